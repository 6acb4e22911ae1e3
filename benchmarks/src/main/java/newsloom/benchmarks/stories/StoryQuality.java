package newsloom.benchmarks.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import newsloom.aggregator.story.OfflineClusters;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.testing.Agreement;
import newsloom.text.terms.TermTables;

/**
 * Stories of all labelled files of a folder with the one configuration that ships, through the code of {@code newsloom cluster}: B-cubed and pairwise F1, for files of
 * pairs the F1 of "same" and the share of traps kept apart; beside it every article alone and one TF-IDF threshold.
 */
public final class StoryQuality {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Map<String, double[]> sums = new HashMap<>();
    private int storyFiles;

    private StoryQuality(PrintStream out) {
        this.out = out;
    }

    /** Takes the folder with {@code NAME.jsonl.gz} and {@code NAME.pairs.jsonl.gz}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println(
                    "usage: story-quality FOLDER   (NAME.jsonl.gz with labels, NAME.pairs.jsonl.gz beside it)");
            System.exit(2);
        }
        new StoryQuality(System.out).run(Path.of(arguments[0]));
    }

    private void run(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".jsonl.gz")
                            && !file.toString().endsWith(".pairs.jsonl.gz"))
                    .sorted()
                    .toList();
        }
        out.printf("%-20s %-16s %-16s %-16s%n", "B-cubed, pairwise", "newsloom", "TF-IDF", "each alone");
        for (Path path : files) {
            LabelledFile file = LabelledFile.read(path);
            storyFiles += file.isPaired() ? 0 : 1;
            out.printf(
                    "%-20s %s %s %s%n",
                    file.name() + (file.isPaired() ? " *" : ""),
                    shown("newsloom", file, newsloom(file)),
                    shown("TF-IDF", file, simple(file)),
                    shown("each alone", file, alone(file)));
        }
        out.printf("%-20s %s %s %s%n", "macro", macro("newsloom"), macro("TF-IDF"), macro("each alone"));
        out.println("* F1 of \"same\" over the labelled pairs, share of the traps kept apart; not in the macro");
    }

    private String shown(String way, LabelledFile file, List<String> stories) {
        double[] figures = file.isPaired() ? pairs(file, stories) : agreement(file, stories);
        if (!file.isPaired()) {
            double[] sum = sums.computeIfAbsent(way, name -> new double[2]);
            sum[0] += figures[0];
            sum[1] += figures[1];
        }
        return Double.isNaN(figures[1])
                ? String.format(Locale.ROOT, "%.3f           ", figures[0])
                : String.format(Locale.ROOT, "%.3f %.3f     ", figures[0], figures[1]);
    }

    private String macro(String way) {
        double[] sum = sums.getOrDefault(way, new double[2]);
        return String.format(Locale.ROOT, "%.3f %.3f     ", sum[0] / storyFiles, sum[1] / storyFiles);
    }

    private static List<String> newsloom(LabelledFile file) throws IOException {
        var clusters = new OfflineClusters(
                StorySettings.DEFAULT,
                new TermTables(),
                text -> "",
                Clock.systemUTC().instant(),
                explanation -> {});
        var written = new StringWriter();
        clusters.run(new BufferedReader(new StringReader(String.join("\n", file.lines()))), written);
        var stories = new HashMap<String, String>();
        for (String line : written.toString().split("\n", -1)) {
            if (!line.isEmpty()) {
                JsonNode node = JSON.readTree(line);
                stories.put(node.get("id").asText(), node.get("story").asText());
            }
        }
        return file.articles().stream()
                .map(article -> article.language() + stories.getOrDefault(article.id(), article.id()))
                .toList();
    }

    private static List<String> simple(LabelledFile file) {
        var clusters = new TfIdfThreshold();
        return file.articles().stream().map(clusters::add).toList();
    }

    private static List<String> alone(LabelledFile file) {
        return file.articles().stream().map(LabelledFile.Article::id).toList();
    }

    private static double[] agreement(LabelledFile file, List<String> stories) {
        Agreement agreement = Agreement.of(
                file.articles().stream().map(LabelledFile.Article::story).toList(), stories);
        return new double[] {agreement.bCubed(), agreement.pairwise()};
    }

    private static double[] pairs(LabelledFile file, List<String> stories) {
        var storyOf = new HashMap<String, String>();
        for (int i = 0; i < stories.size(); i++) {
            storyOf.put(file.articles().get(i).id(), stories.get(i));
        }
        double same = 0;
        double both = 0;
        double together = 0;
        double traps = 0;
        double apart = 0;
        for (LabelledFile.Pair pair : file.pairs()) {
            boolean joined = storyOf.getOrDefault(pair.a(), "").equals(storyOf.getOrDefault(pair.b(), " "));
            same += pair.same() ? 1 : 0;
            both += joined && pair.same() ? 1 : 0;
            together += joined ? 1 : 0;
            traps += pair.trap() ? 1 : 0;
            apart += pair.trap() && !joined ? 1 : 0;
        }
        double f1 = Agreement.f1(both / Math.max(1, together), both / Math.max(1, same));
        return new double[] {f1, apart / traps}; // not a number without traps
    }
}
