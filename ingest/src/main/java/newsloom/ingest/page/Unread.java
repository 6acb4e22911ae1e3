package newsloom.ingest.page;

import java.util.Locale;
import java.util.Map;

/**
 * Something in a source that gave no page.
 *
 * @param detail more on the reason, for people; for {@link Reason#NOT_A_PAGE} the media type, for {@link Reason#OTHER_FILE} the extension
 */
public record Unread(Reason reason, String location, String detail) implements SourceItem {

    /** Why there is no page. */
    public enum Reason {
        /** A file that cannot be opened or listed. */
        UNREADABLE_FILE(true),
        /** A file given by name whose format is not known. */
        UNKNOWN_FORMAT(true),
        /** The file ends in the middle of a record. */
        TRUNCATED_FILE(true),
        /** A gzip member that does not inflate to what it says; reading went on at the next one. */
        CORRUPT_GZIP(true),
        /** Zstandard data that are damaged or break off; what follows cannot be read. */
        CORRUPT_ZSTD(true),
        /** A WARC record or HTTP message that breaks the format's rules. */
        BAD_RECORD(true),
        /** A line that is no JSON object. */
        BAD_JSON(true),
        /** A JSON object whose names are those of no known crawler. */
        UNKNOWN_SHAPE(true),
        /** A line longer than a page of the largest size could be. */
        LINE_TOO_LONG(true),
        /** A page without an address. */
        NO_URL(true),
        /** An address too long to be one. */
        URL_TOO_LONG(true),
        /** A page without a body of any kind. */
        NO_BODY(true),
        /** A body in a content encoding that is not known or not what it says. */
        UNDECODABLE_BODY(true),
        /** A member of an archive that is encrypted, damaged, an archive itself, or has a name that leads out of the archive. */
        BAD_MEMBER(true),
        /** An archive that unpacks to far more than it could honestly hold; read up to there. */
        ARCHIVE_BOMB(true),
        /** A feed or sitemap that cannot be read to its end. */
        BAD_FEED(true),
        /** A file in an archive that is of no kind that holds pages. */
        OTHER_FILE(false),
        /** A body that is neither HTML nor text. */
        NOT_A_PAGE(false),
        /** A WARC record that refers to an earlier capture and has no body. */
        REVISIT(false);

        private final boolean loss;

        Reason(boolean loss) {
            this.loss = loss;
        }

        /** True where something may have been a page and is not read; false for what is none. */
        public boolean isLoss() {
            return loss;
        }

        /** The name as it stands in summaries: {@code corrupt-gzip}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Names that are kept apart; media types and extensions beyond them, which may be anything, are one. */
    private static final int MAX_NAMES = 100;

    /** Counts so many of a {@link #tallyName}; gives the name they are counted under. */
    public static String count(String name, long n, Map<String, Long> counts) {
        int kind = name.indexOf(':') + 1;
        boolean apart = kind == 0 || counts.size() < MAX_NAMES || counts.containsKey(name);
        String counted = apart ? name : name.substring(0, kind) + "other";
        counts.merge(counted, n, Long::sum);
        return counted;
    }

    /** What to count it under. */
    public String tallyName() {
        return switch (reason) {
            case NOT_A_PAGE -> reason.code() + ":" + detail;
            case OTHER_FILE -> "file:" + detail;
            default -> reason.code();
        };
    }
}
