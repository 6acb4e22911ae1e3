package newsloom.cleaner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.contract.FieldLimits;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.ExtractionMethod;
import newsloom.contract.v1.PublishedSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody other than the page says about its article: a feed, or a program that has extracted it. It stands in headers of the page
 * (docs/contract.md, "Hints"). The page's own word counts more, but for a date that it does not write for machines: what readers see
 * beside an article is less often its date than what a feed says.
 *
 * @param extractedBy who extracted the article that the body already is; empty where the body is a page
 */
record Hints(
        String extractedBy, String title, String summary, List<String> authors, String published, String language) {

    private static final String PREFIX = "x-newsloom-";
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final int DAY_CHARS = "2026-03-01".length();
    private static final Set<PublishedSource> FOR_MACHINES =
            EnumSet.of(PublishedSource.JSON_LD, PublishedSource.META, PublishedSource.MICRODATA);

    static Hints of(Map<String, String> headers) {
        return new Hints(
                told(headers, "extracted-by"),
                told(headers, "title"),
                told(headers, "summary"),
                Arrays.stream(told(headers, "authors").split(",", -1))
                        .map(String::strip)
                        .filter(author -> !author.isEmpty())
                        .toList(),
                told(headers, "published"),
                told(headers, "language"));
    }

    /** Whether the body is the article already. */
    boolean given() {
        return !extractedBy.isEmpty();
    }

    /** Fills in what the page does not say, and replaces the date where the hint is the better witness. */
    void complete(Article.Builder article) {
        if (article.getTitle().isEmpty()) {
            article.setTitle(FieldLimits.cut(title, FieldLimits.TITLE));
        }
        if (article.getAuthors().isEmpty()) {
            article.setAuthors(FieldLimits.cut(authors, FieldLimits.AUTHORS, FieldLimits.NAME));
        }
        if (given()) {
            article.setExtractionMethod(ExtractionMethod.GIVEN);
        }
        OffsetDateTime time = published(article.getFetchTime());
        if (time != null && (article.getPublished() == null || !FOR_MACHINES.contains(article.getPublishedFrom()))) {
            boolean dayOnly = published.length() == DAY_CHARS;
            article.setPublished(time.toInstant())
                    .setPublishedDayOnly(dayOnly)
                    .setPublishedZone(dayOnly ? null : time.getOffset().getId())
                    .setPublishedFrom(PublishedSource.CRAWLER);
        }
    }

    /** Null where it is not told in ISO 8601, lies before 1990 or more than a day after the fetch. */
    private @Nullable OffsetDateTime published(Instant fetchTime) {
        try {
            OffsetDateTime time = published.length() == DAY_CHARS
                    ? LocalDate.parse(published).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(published);
            Instant at = time.toInstant();
            return at.isBefore(EARLIEST) || at.isAfter(fetchTime.plus(CLOCK_SKEW)) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String told(Map<String, String> headers, String name) {
        return FieldLimits.cut(headers.getOrDefault(PREFIX + name, "").strip(), FieldLimits.HINT);
    }
}
