package newsloom.aggregator.story;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import newsloom.aggregator.story.LabelledNews.Labelled;
import newsloom.aggregator.story.LabelledNews.Pair;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.TermTables;

/** Quality on the labelled articles with one configuration, and the cost of a decision. */
final class StoryQuality {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final Function<String, TermTable> tables;
    private final Map<String, List<Sketch>> sketches = new LinkedHashMap<>();
    private final Map<String, List<String>> truth = new HashMap<>();
    private final Map<String, List<Pair>> pairs = new HashMap<>();

    StoryQuality(Function<String, TermTable> tables) {
        this.tables = tables;
    }

    public static void main(String[] args) throws IOException {
        var quality = new StoryQuality(new TermTables());
        for (String file : LabelledNews.STORY_FILES) {
            quality.load(file);
        }
        for (String file : LabelledNews.PAIR_FILES) {
            quality.loadPairs(file);
        }
        quality.print(StorySettings.DEFAULT);
    }

    void load(String file) throws IOException {
        var reader = new OfflineClusters(StorySettings.DEFAULT, tables, text -> "", NOW);
        var sketcher = new Sketcher(tables);
        List<Labelled> articles = LabelledNews.articles(file);
        sketches.put(
                file,
                articles.stream()
                        .map(a -> sketcher.sketch(reader.article(a.article())))
                        .toList());
        truth.put(file, articles.stream().map(Labelled::story).toList());
    }

    void loadPairs(String file) throws IOException {
        load(file);
        pairs.put(file, LabelledNews.pairs(file));
    }

    List<String> cluster(String file, StorySettings settings) {
        var clusters = new OfflineClusters(settings, tables, text -> "", NOW);
        return sketches.getOrDefault(file, List.of()).stream()
                .map(sketch -> clusters.add(sketch).storyId())
                .toList();
    }

    Agreement agreement(String file, StorySettings settings) {
        return Agreement.of(truth.getOrDefault(file, List.of()), cluster(file, settings));
    }

    /** Precision, recall, share of the traps kept apart. */
    double[] pairAgreement(String file, StorySettings settings) {
        List<String> found = cluster(file, settings);
        List<Sketch> articles = sketches.getOrDefault(file, List.of());
        var storyOf = new HashMap<String, String>();
        for (int i = 0; i < found.size(); i++) {
            storyOf.put(articles.get(i).articleId(), articles.get(i).language() + found.get(i));
        }
        double both = 0;
        double together = 0;
        double same = 0;
        double traps = 0;
        double apart = 0;
        for (Pair pair : pairs.getOrDefault(file, List.of())) {
            boolean joined = storyOf.getOrDefault(pair.a(), "?").equals(storyOf.get(pair.b()));
            both += joined && pair.same() ? 1 : 0;
            together += joined ? 1 : 0;
            same += pair.same() ? 1 : 0;
            traps += pair.trap() ? 1 : 0;
            apart += pair.trap() && !joined ? 1 : 0;
        }
        return new double[] {both / Math.max(1, together), both / Math.max(1, same), apart / Math.max(1, traps)};
    }

    void print(StorySettings settings) {
        var scores = new ArrayList<Double>();
        for (String file : sketches.keySet()) {
            long start = System.nanoTime();
            if (pairs.containsKey(file)) {
                double[] a = pairAgreement(file, settings);
                System.out.printf(
                        "%-14s pairs P %.3f R %.3f F1 %.4f  traps kept apart %.3f",
                        file, a[0], a[1], Agreement.mean(a[0], a[1]), a[2]);
            } else {
                Agreement a = agreement(file, settings);
                scores.add(a.bCubed());
                System.out.printf(
                        "%-14s B3 %.3f %.3f F1 %.4f  pairwise %.3f %.3f F1 %.4f",
                        file, a.precision(), a.recall(), a.bCubed(), a.pairPrecision(), a.pairRecall(), a.pairwise());
            }
            double micros = (System.nanoTime() - start) / 1e3;
            System.out.printf(
                    "  %.0f us a decision%n",
                    micros / Math.max(1, sketches.getOrDefault(file, List.of()).size()));
        }
        System.out.printf(
                "macro B3 F1 %.4f%n",
                scores.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
}
