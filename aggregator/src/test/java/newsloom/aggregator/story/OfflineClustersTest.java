package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.Explanation;
import org.junit.jupiter.api.Test;

class OfflineClustersTest {
    private static final Pattern STORY = Pattern.compile("\"story\":\"([^\"]+)\"");

    private final List<Explanation> explained = new ArrayList<>();

    @Test
    void writesALineForEveryIdInInputOrder() throws IOException {
        String out = run("""
                {"id":"b","lang":"en","published":"2026-11-18","title":"Warehouse on Marrow Quay burns in Port Ellin","text":"Fire on Marrow Quay."}
                {"id":"a","published":null,"title":"Only a title"}

                {"id":"c","lang":"en","published":"2026-11-18T09:00:00+01:00","source":"x","title":"Port Ellin: Marrow Quay warehouse burns","text":"Fire on Marrow Quay."}
                {"id":"d","text":""}
                """);
        assertThat(out.lines()).hasSize(4);
        String story = out.lines().findFirst().orElse("").replaceAll(".*\"story\":\"(.*)\".*", "$1");
        assertThat(out.lines().filter(line -> line.contains(story)))
                .containsExactly(
                        "{\"id\":\"b\",\"story\":\"" + story + "\"}", "{\"id\":\"c\",\"story\":\"" + story + "\"}");
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThatThrownBy(() -> run("{\"id\":\"a\"}\n{\"id\":")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> run("{\"title\":\"x\"}")).hasMessageContaining("line 1 has no id");
    }

    /** A time that is passed over makes stories fall apart, and nobody would know. */
    @Test
    void readsTimesAndLanguagesAsTheyAreWrittenElsewhere() throws IOException {
        String report =
                "\"title\":\"Warehouse on Marrow Quay burns in Port Ellin\",\"text\":\"Fire on Marrow Quay.\"}\n";
        var lines = new StringBuilder();
        List<String> times = List.of(
                "2026-11-18T09:30:00+01:00",
                "2026-11-18T08:40:00Z",
                "2026-11-18T08:50:00",
                "2026-11-18 09:00",
                "2026-11-18 09:10:00.5",
                "2026-11-18T10:20:00+0100",
                "2026-11-18 10:30:00 +01");
        List<String> languages = List.of("en", "EN", "en-GB", "en_US", "eng");
        for (int i = 0; i < times.size(); i++) {
            lines.append("{\"id\":\"" + i + "\",\"lang\":\"" + languages.get(i % languages.size())
                    + "\",\"published\":\"" + times.get(i) + "\"," + report);
        }
        assertThat(run(lines.toString()).lines().map(line -> line.replaceAll(".*\"story\":", "")))
                .hasSize(times.size())
                .containsOnly("\""
                        + STORY.matcher(run(lines.toString()))
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1) + "\"}");
        assertThatThrownBy(() -> run("{\"id\":\"a\",\"published\":\"last Tuesday\"," + report))
                .hasMessageContaining("line 1: published 'last Tuesday' is no time");
    }

    @Test
    void forgetsStoriesByTheTimesOfFetching() throws IOException {
        assertThat(stories("\"fetched_at\":\"2026-07-01T05:00:00Z\",", "\"fetched_at\":\"2026-08-20T05:00:00Z\","))
                .hasSize(1);
        assertThat(stories("\"fetched_at\":\"2026-07-01T05:00:00Z\",", "\"fetched_at\":\"2026-09-01T05:00:00Z\","))
                .hasSize(2);
        assertThat(stories("", "")).hasSize(1);
        assertThatThrownBy(() -> stories("\"fetched_at\":\"yesterday\",", ""))
                .hasMessageContaining("line 1: fetched_at 'yesterday' is no time");
    }

    /** Of two undated reports of one fire, each with this as its first field. */
    private Set<String> stories(String first, String second) throws IOException {
        ObjectNode report = new ObjectMapper().createObjectNode().put("title", "Warehouse on Marrow Quay burns");
        String one = report.put("id", "a").put("text", News.FIRE).toString();
        String other = report.put("id", "b").put("text", News.FIRE_AGAIN).toString();
        return STORY.matcher(run("{" + first + one.substring(1) + "\n{" + second + other.substring(1)))
                .results()
                .map(story -> story.group(1))
                .collect(Collectors.toSet());
    }

    /** One clock that is wrong would make all that is kept old. */
    @Test
    void aFetchTimeOfTheFutureOrNoneMovesNoOtherStory() throws IOException {
        String day = "\"fetched_at\":\"2026-07-01T05:00:00Z\",";
        for (String odd : List.of("\"fetched_at\":\"9999-12-31T23:59:59Z\",", "\"fetched_at\":null,", "")) {
            assertThat(stories(day, odd + "\"id\":\"odd\",\"title\":\"Recount ordered\"}\n{" + day))
                    .hasSize(2);
        }
    }

    @Test
    void explainsEachArticleWithTheStoriesThatWereWeighed() throws IOException {
        run("""
                {"id":"a","published":"2026-11-18","title":"Warehouse on Marrow Quay burns in Port Ellin","text":"Fire on Marrow Quay."}
                {"id":"b","published":"2026-11-18","title":"Port Ellin: Marrow Quay warehouse burns","text":"Fire on Marrow Quay."}
                """);
        assertThat(explained).extracting(Explanation::articleId).containsExactly("a", "b");
        assertThat(explained.get(0).outcome().weighed()).isEmpty();
        assertThat(explained.get(1).outcome()).isInstanceOf(Assignment.Joined.class);
        assertThat(explained.get(1).outcome().weighed())
                .singleElement()
                .satisfies(weighed -> assertThat(weighed.score()).isGreaterThan(weighed.threshold()));
    }

    @Test
    void explainsThatAnArticleLeftWithItsNewVersion() throws IOException {
        run(line("a", News.FIRE) + line("b", News.FIRE_AGAIN) + line("b", News.ELECTION));
        assertThat(explained)
                .extracting(explanation -> explanation.outcome().getClass().getSimpleName())
                .containsExactly("Opened", "Joined", "Split", "Opened");
    }

    private static String line(String id, String text) {
        return new ObjectMapper().createObjectNode().put("id", id).put("text", text) + "\n";
    }

    @Test
    void namesTheStoryThatArticlesWentToWhenTheirsFellApart() throws IOException {
        var lines = new StringBuilder();
        for (Twins.Report report : Twins.reports()) {
            lines.append(new ObjectMapper()
                            .createObjectNode()
                            .put("id", report.id())
                            .put(
                                    "published",
                                    News.FETCHED
                                            .plusSeconds(60L * report.minute())
                                            .toString())
                            .put("title", report.title())
                            .put("text", report.text()))
                    .append('\n');
        }
        List<String> out = run(lines.toString()).lines().toList();
        Map<String, Set<String>> stories = out.stream()
                .collect(Collectors.groupingBy(
                        line -> line.replaceAll(".*\"id\":\"(\\w+)-.*", "$1"),
                        Collectors.mapping(
                                line -> line.replaceAll(".*\"story\":\"(\\w+)\".*", "$1"), Collectors.toSet())));
        assertThat(stories.get("north")).hasSize(1).doesNotContainAnyElementsOf(stories.get("south"));
        assertThat(stories.get("south")).hasSize(1);
        assertThat(explained)
                .filteredOn(one -> one.outcome() instanceof Assignment.Divided)
                .extracting(Explanation::articleId)
                .containsExactly("south-1", "south-2");
    }

    private String run(String lines) throws IOException {
        var out = new StringWriter();
        new OfflineClusters(StorySettings.DEFAULT, News.TABLES, text -> "en", News.FETCHED, explained::add)
                .run(new BufferedReader(new StringReader(lines)), out);
        return out.toString();
    }
}
