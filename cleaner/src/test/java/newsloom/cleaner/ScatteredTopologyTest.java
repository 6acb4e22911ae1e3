package newsloom.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import newsloom.cleaner.dedupe.Reference;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.runtime.streams.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** All that holds for one deciding task holds for four, too. */
class ScatteredTopologyTest extends CleanerTopologyTest {

    @Override
    int dedupePartitions() {
        return 4;
    }

    @Test
    void givesTheArticleWhenTheLetterOfAFailedDecisionIsSentBack() {
        failTheDecisionOn("harbourpost.example");
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(articles.isEmpty()).isTrue();
        assertThat(text(letter.headers(), DeadLetter.TOPIC)).isEqualTo("cleaner-test-by-site-repartition");
        assertThat(text(letter.headers(), DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(text(letter.headers(), DeadLetter.MESSAGE)).isEqualTo("the disk was full");

        between(CleanerTopology.BY_SITE, letter.key(), letter.value());
        rest();
        var article = articles.readValuesToList();
        assertThat(article).hasSize(1);
        assertThat(article.get(0).getSite()).isEqualTo("harbourpost.example");
        assertThat(article.get(0).getVersion()).isEqualTo(1);
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(duplicates.isEmpty()).isTrue();
    }

    @Test
    void takesNothingForACopyOfAnArticleOnWhichTheDecisionFailed() {
        failTheDecisionOn("harbourpost.example");
        send(quay("tarnvalley.example", 5));
        rest();
        var article = articles.readValuesToList();
        assertThat(article).hasSize(1);
        assertThat(article.get(0).getSite()).isEqualTo("tarnvalley.example");

        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        between(CleanerTopology.BY_SITE, letter.key(), letter.value());
        rest();
        assertThat(duplicates.readValuesToList()).hasSize(1);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    /** The same article has the same name in every run, and a home may fail before it hears of it. */
    private void failTheDecisionOn(String site) {
        send(quay(site, 0));
        rest();
        Reference article = firstOf(ScatteredDecision.FOR_HOMES).document();
        stop();
        start();
        between(ScatteredDecision.PIECES, "quay", ScatteredCodec.encode(Piece.failed(article, "the disk was full")));
        send(quay(site, 0));
        rest();
    }

    private Scattered firstOf(String step) {
        return driver.createOutputTopic(
                        "cleaner-test-" + step + "-repartition",
                        new StringDeserializer(),
                        new ScatteredSerde().deserializer())
                .readValue();
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
