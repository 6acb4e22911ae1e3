package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.compare.KeyedMarks;
import newsloom.aggregator.story.state.SketchCodec;
import org.junit.jupiter.api.Test;

class SketcherTest {
    @Test
    void believesAPublicationBeforeTheFetch() {
        Sketch sketch = News.sketch("a", "Fire", News.FIRE, "2026-11-20T08:00:00Z", 0);
        assertThat(sketch.dateKnown()).isTrue();
        assertThat(sketch.eventTimeMs()).isLessThan(sketch.fetchTimeMs());
    }

    @Test
    void takesTheFetchTimeForAnAbsurdOrMissingPublication() {
        for (String published : new String[] {"2026-11-23T08:00:00Z", "1970-01-01T00:00:00Z", null}) {
            Sketch sketch = News.sketch("a", "Fire", News.FIRE, published, 0);
            assertThat(sketch.dateKnown()).isFalse();
            assertThat(sketch.eventTimeMs()).isEqualTo(sketch.fetchTimeMs());
        }
    }

    @Test
    void staysSmallWhateverTheArticle() {
        var text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("Word").append(i * 31 % 7919).append(i % 9 == 0 ? ". " : " ");
        }
        Sketch sketch = News.sketch("a", "Long ".repeat(900), text.toString(), null, 0);
        assertThat(SketchCodec.toBytes(sketch)).hasSizeLessThan(3_000);
    }

    @Test
    void managesWithoutTitleOrText() {
        assertThat(News.sketch("a", "", "", null, 0).terms().size()).isZero();
        assertThat(News.sketch("a", "Quay warehouse burns", "", null, 0).terms().size())
                .isEqualTo(3);
        assertThat(News.sketch("a", "", News.FIRE, null, 0).opening().size()).isPositive();
    }

    @Test
    void leadIsWholeSentences() {
        assertThat(News.sketch("a", "Fire", News.FIRE, null, 0).lead())
                .startsWith("Firefighters battled")
                .endsWith("midnight.");
    }

    @Test
    void namesAreFoundInsideSentencesOnly() {
        assertThat(News.sketch("a", "Fire", News.FIRE, null, 0).keyNames())
                .extracting(Name::text)
                .contains("Marrow Quay", "Port Ellin", "Dorota Haines", "Tanner Street")
                .doesNotContain("Firefighters", "Investigators", "Nobody");
    }

    @Test
    void sharedPhrasesAreEvidenceAndSharedNamesAreNot() {
        var table = News.TABLES.apply("en");
        Sketch fire = News.sketch("a", "", News.FIRE, null, 0);
        Sketch again = News.sketch("b", "", News.FIRE_AGAIN, null, 0);
        Sketch namesOnly = News.sketch(
                "c", "", "Dorota Haines opened a school on Tanner Street in Port Ellin near Marrow Quay.", null, 0);
        var marks = new KeyedMarks(fire.marks(), table);
        assertThat(marks.evidence(again.marks())).isGreaterThan(2.5);
        assertThat(marks.evidence(namesOnly.marks())).isLessThan(0.6);
    }
}
