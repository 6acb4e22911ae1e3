package newsloom.aggregator.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.text.terms.TermTables;

/**
 * Looks for better {@link StorySettings} on the labelled articles: {@code TuneStories ROUNDS SEED}. Random steps from the
 * default are kept when the goal (macro B-cubed F1 and a little of the pairs) rises. At the end every file is scored with the
 * settings that were best on the others, which is the figure to expect on new data.
 */
final class TuneStories {
    private static final double[] STEPS = {0.06, 0.06, 0.12, 0.02, 0.012, 0.02, 0.15, 0.03};
    private static final Map<String, Double> PAIR_SHARES =
            Map.of("pairs-bb", 0.15, "pairs-tg", 0.05, "pairs-semeval", 0.05);

    private final StoryQuality quality = new StoryQuality(new TermTables());
    private final Random random;

    private TuneStories(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        new TuneStories(Long.parseLong(args[1])).run(Integer.parseInt(args[0]));
    }

    private void run(int rounds) throws IOException {
        for (String file : LabelledNews.STORY_FILES) {
            quality.load(file);
        }
        for (String file : LabelledNews.PAIR_FILES) {
            quality.loadPairs(file);
        }
        var tried = new ArrayList<Trial>();
        Trial best = trial(values(StorySettings.DEFAULT));
        tried.add(best);
        System.out.println("start " + best);
        for (int i = 0; i < rounds; i++) {
            Trial next = trial(step(best.values));
            tried.add(next);
            if (next.goal(null) > best.goal(null)) {
                best = next;
                System.out.println(i + " " + best);
            }
        }
        double held = 0;
        for (String file : LabelledNews.STORY_FILES) {
            Trial others = tried.stream()
                    .max((a, b) -> Double.compare(a.goal(file), b.goal(file)))
                    .orElse(best);
            held += others.scores.getOrDefault(file, 0.0) / LabelledNews.STORY_FILES.size();
        }
        System.out.printf("macro with each file left out of the choice %.4f%n", held);
    }

    private double[] step(double[] from) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            if (random.nextInt(3) == 0) {
                to[i] = Math.max(0, to[i] + STEPS[i] * random.nextGaussian());
            }
        }
        return to;
    }

    private Trial trial(double[] values) {
        StorySettings settings = settings(values);
        Map<String, Double> scores = Stream.concat(LabelledNews.STORY_FILES.stream(), LabelledNews.PAIR_FILES.stream())
                .parallel()
                .collect(Collectors.toMap(file -> file, file -> score(file, settings), (a, b) -> a, TreeMap::new));
        return new Trial(values, scores);
    }

    private double score(String file, StorySettings settings) {
        if (LabelledNews.PAIR_FILES.contains(file)) {
            double[] pairs = quality.pairAgreement(file, settings);
            return Agreement.mean(pairs[0], pairs[1]);
        }
        return quality.agreement(file, settings).bCubed();
    }

    private record Trial(double[] values, Map<String, Double> scores) {
        double goal(@org.jspecify.annotations.Nullable String without) {
            List<String> files = LabelledNews.STORY_FILES.stream()
                    .filter(file -> !file.equals(without))
                    .toList();
            double macro = files.stream()
                    .mapToDouble(file -> scores.getOrDefault(file, 0.0))
                    .average()
                    .orElse(0);
            double pairs = PAIR_SHARES.entrySet().stream()
                    .mapToDouble(share -> share.getValue() * scores.getOrDefault(share.getKey(), 0.0))
                    .sum();
            return macro + pairs;
        }

        double macro() {
            return LabelledNews.STORY_FILES.stream()
                    .mapToDouble(file -> scores.getOrDefault(file, 0.0))
                    .average()
                    .orElse(0);
        }

        @Override
        public String toString() {
            var text = new StringBuilder(String.format("goal %.4f macro %.4f ", goal(null), macro()));
            for (double value : values) {
                text.append(String.format("%.4f, ", value));
            }
            scores.forEach((file, score) -> text.append(String.format(" %s %.3f", file, score)));
            return text.toString();
        }
    }

    private static double[] values(StorySettings s) {
        return new double[] {
            s.nameWeight(),
            s.openingWeight(),
            s.nearestWeight(),
            s.base(),
            s.sizeWeight(),
            s.gapWeight(),
            s.rivalWeight(),
            s.briefWeight()
        };
    }

    private static StorySettings settings(double[] v) {
        StorySettings d = StorySettings.DEFAULT;
        return new StorySettings(
                v[0],
                v[1],
                Math.min(1, v[2]),
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                d.undatedExtra(),
                d.evidence(),
                d.maxGap(),
                d.retention(),
                d.maxStories());
    }
}
