package newsloom.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import newsloom.app.records.TopicReader;
import newsloom.cleaner.PageArticles;
import newsloom.contract.Topics;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.Page;
import newsloom.testing.Broker;
import newsloom.testing.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainIT {
    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String HERE = "https://first.example/news/quay";
    private static final String COPY = "https://second.example/quay";
    private static final String[] TEXT = {
        "A fire on the old quay of Harlowe Bay destroyed two warehouses on Sunday night and drove forty families from their homes, the town said on Monday.",
        "Firefighters from three districts needed six hours to bring the blaze under control, because the wind kept carrying sparks from roof to roof along the water.",
        "The cause is unknown. Insurers put the damage at eleven million crowns, and the harbour office has closed the eastern basin until the divers have looked at it."
    };

    private static Broker broker;

    @BeforeAll
    static void fill() {
        broker = Broker.withNewsTopics(3);
        Page first = Pages.article(HERE, DAY, "Fire on the quay", TEXT);
        Page second = Pages.article(
                COPY,
                DAY.plusSeconds(60),
                "Quay fire",
                TEXT[0],
                TEXT[1],
                "Only here: the mayor spoke at noon to forty people.");
        broker.produce(Topics.PAGES, UrlKey.of(HERE), first);
        broker.produce(Topics.PAGES, UrlKey.of(COPY), second);
        Article article = new PageArticles().of(first, DAY.plusSeconds(90)).orElseThrow();
        broker.produce(Topics.ARTICLES, article.getId(), article);
        String id = PageArticles.id(COPY);
        broker.produce(
                Topics.DUPLICATES,
                id,
                Duplicate.newBuilder()
                        .setId(id)
                        .setUrl(COPY)
                        .setSite("second.example")
                        .setDuplicateOf(article.getId())
                        .setGroupId(article.getId())
                        .setKind(DuplicateKind.NEAR)
                        .setShareInOld(0.8)
                        .setShareInNew(0.7)
                        .setSharedShingles(48)
                        .setReason("mostly stands in it")
                        .setFetchTime(DAY.plusSeconds(60))
                        .build());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Optional<String> explained(String id) {
        try (var reader = new TopicReader(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return new Decisions(new PublicTopics(reader, broker.registry()))
                    .of(id, null)
                    .map(ReportForm.TEXT::of);
        }
    }

    @Test
    void showsACopyBesideItsOriginalThoughTheCopyIsKeptAsAPageOnly() {
        String text = explained(PageArticles.id(COPY)).orElseThrow();

        assertThat(text)
                .contains("is a copy of " + PageArticles.id(HERE))
                .contains("duplicate, near")
                .contains("mostly stands in it")
                .contains("[-Only here: the mayor spoke at noon")
                .contains("{+The cause is unknown.")
                .contains("... 2 paragraphs in both ...");
    }

    @Test
    void saysOfAnArticleThatItIsNone() {
        assertThat(explained(PageArticles.id(HERE)).orElseThrow())
                .contains("is an article")
                .contains("no copy");
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(explained("0123456789")).isEmpty();
    }
}
