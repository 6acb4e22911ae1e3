package newsloom.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.LedgerCodec;
import newsloom.aggregator.story.view.StoryLedger;
import newsloom.aggregator.story.view.StoryView;
import newsloom.contract.FieldLimits;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryStatus;
import newsloom.runtime.streams.StreamsProperties;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.api.Test;

/** A story told by as many sites as it likes, each value as long as it may be. */
class StorySizeTest {

    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final int ARTICLES = 300;

    private static String filled(int number, int length) {
        String begin = number + "-";
        return begin + "港".repeat(length - begin.length());
    }

    private static StoryMember member(Sketcher sketcher, int number) {
        String words = IntStream.range(0, 300)
                .mapToObj(word -> "Ærø" + "ø".repeat(40) + number + "x" + word + " " + "ø".repeat(5_000) + word)
                .reduce("", (all, next) -> all + " " + next);
        return StoryMember.of(sketcher.sketch(new ArticleText(
                filled(number, FieldLimits.ID),
                filled(number, FieldLimits.URL),
                filled(number, FieldLimits.SITE),
                filled(number, FieldLimits.TITLE),
                filled(number, 5_000) + " " + words,
                "en",
                DAY,
                DAY.plusSeconds(number * 3_600L))));
    }

    @Test
    void theLargestStoryFitsItsTopicAndItsStore() {
        var sketcher = new Sketcher(new TermTables());
        StoryLedger ledger = StoryLedger.empty(filled(0, FieldLimits.ID));
        for (int number = 0; number < ARTICLES; number++) {
            ledger = ledger.with(member(sketcher, number)).withReprint(filled(1_000 + number, FieldLimits.SITE));
        }
        for (String merged : Stream.iterate("m", m -> m + "m").limit(40).toList()) {
            ledger = ledger.withMerged(merged);
        }

        var serde = Topics.STORIES.serde(
                new InMemoryRegistry()); // first, for Avro builds no record of a class before it is trusted
        Story story = StoryRecords.of(StoryView.of(ledger), StoryStatus.ACTIVE);
        byte[] record = serde.serialize(Topics.STORIES.name(), story);

        assertThat(story.getArticles()).hasSize(32);
        assertThat(record).hasSizeBetween(800_000, Topics.MAX_RECORD_BYTES - 1_000);
        assertThat(LedgerCodec.toBytes(ledger)).hasSizeLessThan(StreamsProperties.MAX_INTERNAL_RECORD_BYTES - 1_000);
    }
}
