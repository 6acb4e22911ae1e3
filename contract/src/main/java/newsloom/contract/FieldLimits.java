package newsloom.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the values of public records get, in characters (UTF-16, at most three bytes each) where nothing else is said. With them every record fits its topic, whatever a page says. Who takes pages in
 * rejects what is longer where a cut value would be another one (addresses), and cuts where the beginning does (headlines).
 */
public final class FieldLimits {

    /** An address; the longest that ingest sends on. */
    public static final int URL = 8_192;

    /** A host, and so a site (RFC 1035, section 2.3.4). */
    public static final int SITE = 253;

    /** The id of an article or a story; ours are shorter. */
    public static final int ID = 256;

    /** A language code. */
    public static final int LANGUAGE = 35;

    /** A headline. */
    public static final int TITLE = 1_000;

    /** A lead. */
    public static final int LEAD = 2_000;

    /** What somebody other than the page says about its article, in one header of the page. */
    public static final int HINT = 2_000;

    /** Name of a person or site, a section, a tag. */
    public static final int NAME = 200;

    /** The address of a picture; with a longer one, mostly the picture itself, the article has none. */
    public static final int IMAGE = 2_048;

    /** Authors of an article. */
    public static final int AUTHORS = 32;

    /** Tags of an article. */
    public static final int TAGS = 64;

    /** The text of an article, in bytes of UTF-8: what fits the topic of articles with everything else at its longest. */
    public static final int TEXT_BYTES = Topics.MAX_RECORD_BYTES - (256 << 10);

    /** Headers of a record, names and values, in bytes: they travel with the article. */
    public static final int RECORD_HEADER_BYTES = 64 << 10;

    private FieldLimits() {}

    /** The beginning of a text; no character is cut in two. */
    public static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(maxChars - 1));
        return text.substring(0, halved ? maxChars - 1 : maxChars);
    }

    /** The same where there may be none. */
    public static @Nullable String cutNullable(@Nullable String text, int maxChars) {
        return text == null ? null : cut(text, maxChars);
    }

    /** The first of them, each with its beginning only. */
    public static List<String> cut(List<String> texts, int most, int maxChars) {
        return texts.stream().limit(most).map(text -> cut(text, maxChars)).toList();
    }

    /** The address, or null where it is longer than that. */
    public static @Nullable String unlessLonger(@Nullable String address, int maxChars) {
        return address == null || address.length() > maxChars ? null : address;
    }
}
