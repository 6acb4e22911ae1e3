package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;

/**
 * Invented news in sixteen languages, a few articles a scenario, by what is hard about them: <em>twins</em> of a kind on one day, cases of <em>one
 * institution</em>, happenings that <em>go on</em> for days or <em>rest</em> for weeks, issues of a <em>series</em>, <em>mixed</em> ones, and titles or short reports of what happens in <em>one town</em>. The file {@code scenarios-seen.jsonl} was
 * looked at while rules were made, {@code scenarios-unseen.jsonl} has others of the same kinds; {@code scenarios-no-capitals-seen.jsonl} and
 * {@code scenarios-no-capitals-unseen.jsonl} the same in Korean, Hindi, Arabic and Chinese.
 */
final class Scenarios {
    private static final Path FOLDER = Path.of("src/test/resources/newsloom/aggregator/story");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, List<JsonNode>>> byKind = new LinkedHashMap<>();

    private Scenarios() {}

    static Scenarios of(String file) throws IOException {
        var scenarios = new Scenarios();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            JsonNode article = JSON.readTree(line);
            scenarios
                    .byKind
                    .computeIfAbsent(article.path("kind").asText(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(article.path("scenario").asText(), name -> new ArrayList<>())
                    .add(article);
        }
        return scenarios;
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    /** Of all scenarios of a kind. */
    Outcome outcome(String kind) {
        return outcome(byKind.getOrDefault(kind, Map.of()).values().stream().toList());
    }

    /** Of a kind, with the first report of each story only. */
    Outcome outcomeOfFirstReports(String kind) {
        return outcome(byKind.getOrDefault(kind, Map.of()).values().stream()
                .map(Scenarios::firstReports)
                .toList());
    }

    private static List<JsonNode> firstReports(List<JsonNode> articles) {
        var begun = new HashSet<String>();
        return articles.stream()
                .filter(article -> begun.add(article.path("story").asText()))
                .toList();
    }

    /**
     * What became of pairs of articles.
     *
     * @param right scenarios without a mistake
     * @param split pairs of one story that are in two
     * @param same pairs of one story
     * @param joined pairs of two stories that are in one
     * @param apart pairs of two stories
     */
    record Outcome(int right, int scenarios, int split, int same, int joined, int apart) {
        private Outcome plus(Outcome other) {
            return new Outcome(
                    right + other.right,
                    scenarios + other.scenarios,
                    split + other.split,
                    same + other.same,
                    joined + other.joined,
                    apart + other.apart);
        }
    }

    private static Outcome outcome(List<List<JsonNode>> scenarios) {
        return scenarios.stream().map(Scenarios::outcomeOfOne).reduce(new Outcome(0, 0, 0, 0, 0, 0), Outcome::plus);
    }

    private static Outcome outcomeOfOne(List<JsonNode> articles) {
        Map<String, String> found = decided(articles);
        int split = 0;
        int same = 0;
        int joined = 0;
        int apart = 0;
        for (int i = 0; i < articles.size(); i++) {
            for (int j = i + 1; j < articles.size(); j++) {
                boolean one =
                        articles.get(i).path("story").equals(articles.get(j).path("story"));
                boolean together =
                        found.getOrDefault(id(articles.get(i)), "").equals(found.getOrDefault(id(articles.get(j)), ""));
                same += one ? 1 : 0;
                apart += one ? 0 : 1;
                split += one && !together ? 1 : 0;
                joined += !one && together ? 1 : 0;
            }
        }
        return new Outcome(split + joined == 0 ? 1 : 0, 1, split, same, joined, apart);
    }

    /** The story of each article in the end. */
    private static Map<String, String> decided(List<JsonNode> articles) {
        var stories = new HashMap<String, String>();
        var clusters = new OfflineClusters(
                StorySettings.DEFAULT,
                News.TABLES,
                text -> "und",
                News.FETCHED,
                explanation -> stories.put(explanation.articleId(), storyOf(explanation.outcome())));
        var lines = new ArticleLines(text -> "und", News.FETCHED);
        articles.forEach(article -> clusters.add(lines.next(article)));
        return stories;
    }

    private static String storyOf(Assignment outcome) {
        return outcome instanceof Assignment.Divided divided ? divided.intoStoryId() : outcome.storyId();
    }

    private static String id(JsonNode article) {
        return article.path("id").asText();
    }

    /** Prints the figures of a file, a line a kind; run in the folder of the module. */
    public static void main(String[] args) throws IOException {
        Scenarios scenarios = of(args[0]);
        scenarios.kinds().forEach(kind -> System.out.println(kind + ": " + scenarios.outcome(kind)));
        System.out.println("twins, first reports: " + scenarios.outcomeOfFirstReports("twins"));
    }
}
