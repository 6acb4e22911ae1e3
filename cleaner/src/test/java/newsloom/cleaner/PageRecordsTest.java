package newsloom.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionMethod;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.date.PublishedSource;
import newsloom.cleaner.extract.verdict.PageKind;
import newsloom.cleaner.extract.verdict.RejectReason;
import newsloom.contract.FieldLimits;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Page;
import newsloom.runtime.streams.StreamsProperties;
import newsloom.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageRecordsTest {

    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String MEGABYTES = "港".repeat(1_000_000);

    /** What Kafka puts around a record: some tens of bytes for each record and batch. */
    private static final int KAFKA_BYTES = 1_000;

    private final InMemoryRegistry registry = new InMemoryRegistry();

    private static Extraction.Content longest(String canonicalUrl) {
        return content(
                "港".repeat(FieldLimits.TEXT_BYTES / 3),
                MEGABYTES,
                Collections.nCopies(100, MEGABYTES),
                canonicalUrl,
                "https://harbourpost.example/" + MEGABYTES);
    }

    private static Extraction.Content content(
            String text, String value, List<String> values, @Nullable String canonicalUrl, @Nullable String image) {
        return new Extraction.Content(
                value,
                List.of(text),
                value,
                values,
                null,
                null,
                "zh",
                1,
                canonicalUrl,
                value,
                value,
                values,
                image,
                false,
                PageKind.ARTICLE,
                ExtractionMethod.HTML,
                1);
    }

    private static Page page(String url) {
        return Pages.html(url, DAY, "<p>unread");
    }

    @Test
    void theLongestArticleFitsItsTopicAndTheTopicsBetween() {
        String url = "https://harbourpost.example/" + "海".repeat(FieldLimits.URL - 28);
        String canonicalUrl = "https://harbourpost.example/" + "港".repeat(FieldLimits.URL - 28);
        Article article = new PageRecords(page(url), DAY.toEpochMilli()).article(longest(canonicalUrl));

        int bytes = Topics.ARTICLES.serde(registry).serialize(Topics.ARTICLES.name(), article).length
                + FieldLimits.RECORD_HEADER_BYTES
                + KAFKA_BYTES;
        assertThat(article.getText().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(FieldLimits.TEXT_BYTES - 3);
        assertThat(bytes).isLessThan(Topics.MAX_RECORD_BYTES);
        assertThat(bytes + 2 * UrlKey.of(url).length()).isLessThan(StreamsProperties.MAX_INTERNAL_RECORD_BYTES);
    }

    @Test
    void valuesAreCutAndAddressesAreLeftOut() {
        Article article = article("https://harbourpost.example/b");

        assertThat(article.getTitle()).hasSize(FieldLimits.TITLE);
        assertThat(article.getTags()).hasSize(FieldLimits.TAGS).allMatch(tag -> tag.length() == FieldLimits.NAME);
        assertThat(article.getAuthors()).hasSize(FieldLimits.AUTHORS);
        assertThat(article.getImage()).isNull();
    }

    @Test
    void anAddressThatIsTooLongIsNotTakenForTheCanonicalOne() {
        Article article = article("https://harbourpost.example/" + MEGABYTES);

        assertThat(article.getCanonicalUrl()).isNull();
        assertThat(article.getId()).isEqualTo(PageRecords.id("https://harbourpost.example/a"));
    }

    private static Article article(String canonicalUrl) {
        return new PageRecords(page("https://harbourpost.example/a"), DAY.toEpochMilli())
                .article(longest(canonicalUrl));
    }

    @Test
    void timesKeepTheOffsetThatThePageGaveThem() {
        var published = new Published(DAY, false, PublishedSource.META, ZoneOffset.ofHours(2));
        var modified = new Published(DAY.plusSeconds(60), false, PublishedSource.MODIFIED, null);
        Article article = new PageRecords(page("https://harbourpost.example/a"), DAY.toEpochMilli())
                .article(new Extraction.Content(
                        "",
                        List.of("text"),
                        "",
                        List.of(),
                        published,
                        modified,
                        "en",
                        1,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        false,
                        PageKind.ARTICLE,
                        ExtractionMethod.HTML,
                        1));

        assertThat(article.getPublished()).isEqualTo(DAY);
        assertThat(article.getPublishedZone()).isEqualTo("+02:00");
        assertThat(article.getModified()).isEqualTo(DAY.plusSeconds(60));
        assertThat(article.getModifiedZone()).isNull();
    }

    @Test
    void hintsAreCut() {
        Page page = Page.newBuilder(page("https://harbourpost.example/a"))
                .setHeaders(Map.of("x-newsloom-title", MEGABYTES, "x-newsloom-authors", "Ann Lee," + MEGABYTES))
                .build();
        var content = content("text", "", List.of(), null, null);
        Article article = new PageRecords(page, DAY.toEpochMilli()).article(content);

        assertThat(article.getTitle()).hasSize(FieldLimits.TITLE);
        assertThat(article.getAuthors()).first().isEqualTo("Ann Lee");
        assertThat(article.getAuthors()).allMatch(author -> author.length() <= FieldLimits.NAME);
    }

    @Test
    void theTitleOfARejectIsCut() {
        var rejection =
                new Extraction.Rejection(RejectReason.INDEX, MEGABYTES, 0, 1, PageKind.INDEX, MEGABYTES, null, "zh");
        var reject = new PageRecords(page("https://harbourpost.example/a"), DAY.toEpochMilli()).reject(rejection);

        assertThat(reject.getTitle()).hasSize(FieldLimits.TITLE);
        assertThat(reject.getDetail()).hasSize(FieldLimits.TITLE);
    }
}
