package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whether the border between an excerpt and an article that quotes holds on texts it was not chosen by: the labelled groups are parted into five folds, the border is chosen anew on four of them, and the pairs of the
 * fifth are counted. A pair is a text and a candidate; pairs that another rule settles (numbers, one site, short texts) are left out.
 */
class BorderOfPartsTest {
    private static final int FOLDS = 5;
    private static final double[] LIMITS = {0.3, 0.35, 0.4, 0.45, 0.5};
    private static final double[] SHARES = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9};
    private static final Border SHIPPED = new Border(0.4, 0.75);
    private static final Border NONE = new Border(0, 0);
    /** Missed copies that weigh as much as one lost article. */
    private static final int LOST = 20;

    private record Pair(double inOld, double inNew, boolean same, int fold) {}

    /** Where a text has less than {@code limit} of the other, {@code share} of it must be in the other. */
    private record Border(double limit, double share) {
        boolean holds(Pair pair) {
            return pair.inOld() >= (pair.inNew() < limit ? share : 0.5)
                    || (pair.inNew() >= (pair.inOld() < limit ? share : 0.6) && pair.inOld() >= 0.1);
        }

        long falsePairs(List<Pair> pairs) {
            return pairs.stream().filter(pair -> holds(pair) && !pair.same()).count();
        }

        long missed(List<Pair> pairs) {
            return pairs.stream().filter(pair -> !holds(pair) && pair.same()).count();
        }

        long harm(List<Pair> pairs) {
            return LOST * falsePairs(pairs) + missed(pairs);
        }
    }

    @Test
    void holdsOnGroupsItWasNotChosenBy() throws IOException {
        var file = Path.of(System.getProperty("newsloom.shared", "../../shared"), "eval/dedup/docs.jsonl.gz");
        assumeTrue(Files.exists(file), () -> "no labelled data at " + file + ", the border is not checked");
        var pairs = pairs(file);
        long falsePairs = 0;
        long missed = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var border = chosen(only(pairs, pair -> pair.fold() != held));
            var rest = only(pairs, pair -> pair.fold() == held);
            falsePairs += border.falsePairs(rest);
            missed += border.missed(rest);
        }
        assertThat(falsePairs)
                .as("false pairs of borders chosen on other groups")
                .isLessThan(NONE.falsePairs(pairs));
        assertThat(SHIPPED.falsePairs(pairs)).isLessThanOrEqualTo(falsePairs);
        assertThat(SHIPPED.missed(pairs)).isLessThanOrEqualTo(missed);
    }

    /** Of those that do least harm, the one in the middle. */
    private static Border chosen(List<Pair> pairs) {
        var all = Arrays.stream(LIMITS)
                .boxed()
                .flatMap(limit -> Arrays.stream(SHARES).mapToObj(share -> new Border(limit, share)))
                .toList();
        long least = all.stream().mapToLong(border -> border.harm(pairs)).min().orElseThrow();
        var best = all.stream().filter(border -> border.harm(pairs) == least).toList();
        return best.get(best.size() / 2);
    }

    private static List<Pair> only(List<Pair> pairs, Predicate<Pair> which) {
        return pairs.stream().filter(which).toList();
    }

    private static List<Pair> pairs(Path file) throws IOException {
        var truth = OfflineRun.groups(file);
        var recorder = new Recorder(truth);
        var dedupe = new OfflineDedupe(OfflineRun::urlKey, OfflineRun::site, recorder);
        OfflineRun.read(file).forEach(dedupe::decide);
        return recorder.pairs;
    }

    private static final class Recorder implements KnownTexts {
        final List<Pair> pairs = new ArrayList<>();
        private final DuplicateIndex index = DuplicateIndex.inMemory(Duration.ofDays(365_000));
        private final DuplicateDecider decider = new DuplicateDecider();
        private final Map<String, String> truth;

        Recorder(Map<String, String> truth) {
            this.truth = truth;
        }

        @Override
        public Decision decide(Sketch sketch) {
            index.candidates(sketch, index.find(sketch), DuplicateDecider.MAX_CANDIDATES).stream()
                    .map(text -> Match.of(sketch, text))
                    .filter(match -> match.numbersAgree() && !match.neighbours() && !match.ofShort())
                    .forEach(match -> add(
                            match, truth.get(sketch.id()), truth.get(match.old().id())));
            return decider.decide(sketch, index);
        }

        private void add(Match match, String group, String other) {
            String first =
                    Stream.of(group, other).min(Comparator.naturalOrder()).orElseThrow();
            int fold = (int) Math.floorMod(Hash64.of(first), (long) FOLDS);
            pairs.add(new Pair(match.shareInOld(), match.shareInNew(), group.equals(other), fold));
        }

        @Override
        public @Nullable KnownText latest(String id, long timeMs) {
            return index.text(id, timeMs);
        }
    }
}
