package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import newsloom.cleaner.dedupe.Decision.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessionTest {
    private static final long NOON = Duration.ofDays(20_000).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final List<String> TEXT = new Prose(1).paragraphs(8);

    private final DuplicateIndex index = DuplicateIndex.inMemory(Duration.ofDays(7));
    private final DuplicateDecider decider = new DuplicateDecider();

    private Decision decide(String id, long fetchedMs, long publishedMs, boolean credited, List<String> text) {
        var origin = Origin.of(id + ".example", "Headline of " + id)
                .publishedAt(publishedMs)
                .crediting(credited);
        return decider.decide(new Sketcher().sketch(id, fetchedMs, text).from(origin), index);
    }

    private Decision decide(String id, long fetchedMs, long publishedMs) {
        return decide(id, fetchedMs, publishedMs, false, TEXT);
    }

    private static void assertTakesOver(Decision decision, String oldId, Cause cause) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Supersedes.class, change -> {
            assertThat(change.oldId()).isEqualTo(oldId);
            assertThat(change.cause()).isEqualTo(cause);
        });
    }

    private static void assertCopy(Decision decision, String of) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Copy.class, copy -> assertThat(copy.ofId()).isEqualTo(of));
    }

    @Test
    void aLateOriginalTakesThePlaceOfItsCopy() {
        decide("copy", NOON, NOON - HOUR);
        assertTakesOver(decide("original", NOON + HOUR, NOON - 5 * HOUR), "copy", Cause.EARLIER);
        assertCopy(decide("another", NOON + 2 * HOUR, NOON), "original");
        assertThat(decide("original", NOON + 3 * HOUR, NOON - 5 * HOUR)).isInstanceOf(Decision.Original.class);
        assertCopy(decide("copy", NOON + 3 * HOUR, NOON - HOUR), "original");
    }

    @Test
    void aTimeAfterTheFetchIsNotBelieved() {
        decide("first", NOON, NOON + 9 * HOUR);
        assertCopy(decide("second", NOON + 2 * HOUR, NOON + HOUR), "first");
    }

    @Test
    void aTimeLongBeforeTheGroupWasSeenIsNotBelieved() {
        decide("first", NOON, NOON - HOUR);
        assertCopy(decide("second", NOON + HOUR, NOON - 49 * HOUR), "first");
        assertTakesOver(decide("third", NOON + HOUR, NOON - 47 * HOUR), "first", Cause.EARLIER);
    }

    @Test
    void someMinutesDecideNothing() {
        decide("first", NOON, NOON - HOUR);
        assertCopy(decide("second", NOON + HOUR, NOON - HOUR - 240_000), "first");
    }

    @Test
    void withoutATimeTheFetchCounts() {
        decide("first", NOON, Origin.NO_TIME);
        assertCopy(decide("second", NOON + HOUR, Origin.NO_TIME), "first");
        assertTakesOver(decide("third", NOON + HOUR, NOON - HOUR), "first", Cause.EARLIER);
    }

    @Test
    void anExcerptTakesNoPlaceHoweverOldItSaysItIs() {
        decide("whole", NOON, NOON - HOUR);
        assertCopy(decide("excerpt", NOON + HOUR, NOON - 20 * HOUR, false, TEXT.subList(0, 3)), "whole");
    }

    @Test
    void aTextThatCreditsSomebodyElseStandsBack() {
        decide("reprint", NOON, NOON - 3 * HOUR, true, TEXT);
        assertTakesOver(decide("source", NOON + HOUR, NOON - HOUR, false, TEXT), "reprint", Cause.UNCREDITED);
        assertCopy(decide("older reprint", NOON + HOUR, NOON - 9 * HOUR, true, TEXT), "source");
    }

    /** Whole, uncredited copies with believable times: whichever comes last, the same one stands for the group. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theOldestStandsForTheGroupInWhateverOrderTheyCome(long seed) {
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
        Collections.shuffle(order, new Random(seed));
        Map<String, String> heads = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String id = "text-" + order.get(i);
            var decision = decide(id, NOON + i * 60_000L, NOON - 10 * HOUR + order.get(i) * HOUR);
            heads.put(decision.groupId(), decision instanceof Decision.Copy copy ? copy.ofId() : id);
        }
        assertThat(heads).containsExactly(Map.entry("text-" + order.get(0), "text-0"));
    }
}
