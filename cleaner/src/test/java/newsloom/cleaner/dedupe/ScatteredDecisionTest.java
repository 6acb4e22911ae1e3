package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scattered decision beside the one in a single task, undisturbed and under faults. */
class ScatteredDecisionTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long START = Duration.ofDays(20_000).toMillis();

    /** Copies of copies of one excerpt, as they are drawn here, are where the two may differ: four of 120 at most. */
    @ParameterizedTest(name = "{0} tasks, seed {1}")
    @CsvSource({"1, 1", "2, 1", "4, 1", "7, 1", "4, 2", "4, 3"})
    void decidesAsOneTaskDoes(int tasks, long seed) {
        var one = DuplicateIndex.inMemory(WEEK);
        var decider = new DuplicateDecider();
        var scattered = new ScatteredTasks(tasks, WEEK);
        int different = 0;
        for (var sketch : sketches(seed)) {
            var decision = decider.decide(sketch, one);
            var other = scattered.decide(sketch);
            boolean same =
                    other.getClass() == decision.getClass() && other.groupId().equals(decision.groupId());
            different += same ? 0 : 1;
        }
        assertThat(different).isLessThanOrEqualTo(4);
        assertThat(scattered.decisions().stream().map(Object::getClass).distinct())
                .hasSize(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void decidesTheSameWithAnyNumberOfTasks(long seed) {
        var two = new ScatteredTasks(2, WEEK);
        var seven = new ScatteredTasks(7, WEEK);
        for (var sketch : sketches(seed)) {
            assertThat(seven.decide(sketch)).isEqualTo(two.decide(sketch));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void decidesTheSameWhenMessagesOvertakeAndRepeatAndTasksCrash(long seed) {
        var undisturbed = new ScatteredTasks(4, WEEK);
        var struck = new ScatteredTasks(4, WEEK);
        for (var sketch : sketches(seed)) {
            undisturbed.decide(sketch);
            struck.send(sketch);
        }
        struck.deliver(new Random(seed));

        assertThat(struck.decisions()).isEqualTo(undisturbed.decisions());
        assertThat(struck.waiting()).isZero();
    }

    /** Two texts at one instant, of which the shares see the second first and the settlement the first: one is the copy, and one only. */
    @ParameterizedTest(name = "{0} tasks")
    @ValueSource(ints = {1, 4})
    void settlesAPairOnceThoughTheIndexSawItTheOtherWayRound(int tasks) {
        var text = new Prose(1).paragraphs(10);
        var first = new Sketcher().sketch("first", START, text);
        var second = new Sketcher().sketch("second", START, text);
        var scattered = new ScatteredTasks(tasks, WEEK);

        scattered.sendIndexingTheSecondFirst(first, second);
        scattered.deliver();

        assertThat(scattered.decisions().get(0)).isInstanceOf(Decision.Original.class);
        assertThat(scattered.decisions().get(1))
                .isInstanceOfSatisfying(
                        Decision.Copy.class, copy -> assertThat(copy.ofId()).isEqualTo("first"));
    }

    /** Copies, excerpts, fuller texts, digests, new versions and texts of their own, by the minute. */
    private static List<Sketch> sketches(long seed) {
        var random = new Random(seed);
        var prose = new Prose(seed);
        var texts = new ArrayList<List<String>>();
        var sketches = new ArrayList<Sketch>();
        for (int n = 0; n < 120; n++) {
            var text = n < 5 ? prose.paragraphs(8) : text(texts, random, prose);
            texts.add(text);
            String id = n > 0 && random.nextInt(15) == 0 ? "d" + random.nextInt(n) : "d" + n;
            sketches.add(new Sketcher()
                    .sketch(id, START + n * 60_000L, text)
                    .from(Origin.of("site" + random.nextInt(9) + ".example", "Headline " + n)
                            .publishedAt(START + (n - random.nextInt(20)) * 60_000L)));
        }
        return sketches;
    }

    private static List<String> text(List<List<String>> before, Random random, Prose prose) {
        var one = before.get(random.nextInt(before.size()));
        var other = before.get(random.nextInt(before.size()));
        return switch (random.nextInt(6)) {
            case 0 -> one;
            case 1 -> one.subList(0, Math.max(1, one.size() / 3));
            case 2 -> Prose.join(one, prose.paragraphs(3));
            case 3 -> Prose.join(prose.paragraphs(1), one.subList(1, one.size()));
            case 4 ->
                Prose.join(
                        one.subList(0, Math.min(2, one.size())),
                        other.subList(0, Math.min(2, other.size())),
                        prose.paragraphs(2));
            default -> prose.paragraphs(8);
        };
    }
}
