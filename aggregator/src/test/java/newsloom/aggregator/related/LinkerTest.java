package newsloom.aggregator.related;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import newsloom.aggregator.story.TreeStore;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.Relation;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links between invented stories in eight languages: 45 happenings, of which neighbours share people, firms, places and here and there a figure. */
class LinkerTest {
    private static final Path HAPPENINGS = Path.of("src/test/resources/newsloom/aggregator/related/happenings.jsonl");

    /** A report; its story's id tells happening and language. */
    private record Report(int happening, StoryMember member) {
        String storyId() {
            return happening + "-" + member.language();
        }
    }

    private static List<Report> reports() throws IOException {
        var json = new ObjectMapper();
        var sketcher = new Sketcher(new TermTables());
        var reports = new ArrayList<Report>();
        for (String line : Files.readAllLines(HAPPENINGS)) {
            JsonNode report = json.readTree(line);
            Instant published = Instant.parse(report.path("published").asText());
            var text = new ArticleText(
                    "a" + reports.size(),
                    "https://a.example/" + reports.size(),
                    "a.example",
                    report.path("title").asText(),
                    report.path("text").asText(),
                    report.path("lang").asText(),
                    published,
                    published.plus(Duration.ofHours(1)));
            reports.add(new Report(report.path("happening").asInt(), StoryMember.of(sketcher.sketch(text))));
        }
        return reports;
    }

    /** The relations of each story after all reports were told. */
    private static Map<String, List<Relation>> linked(List<Report> reports) {
        var linker = new Linker(new TreeStore());
        var relations = new HashMap<String, List<Relation>>();
        reports.forEach(report -> relations.putAll(linker.told(report.storyId(), report.member(), null)));
        return relations;
    }

    private static Set<String> pairs(Map<String, List<Relation>> relations) {
        var pairs = new HashSet<String>();
        relations.forEach((story, others) -> others.forEach(other -> pairs.add(story + " " + other.storyId())));
        return pairs;
    }

    private static boolean right(String pair) {
        String[] stories = pair.split("[ -]", -1);
        return stories[0].equals(stories[2]);
    }

    @Test
    void linksWhatIsToldInSeveralLanguagesAndHardlyAnythingElse() throws IOException {
        List<Report> reports = reports();
        Set<String> found = pairs(linked(reports));
        long correct = found.stream().filter(LinkerTest::right).count();
        long all = reports.stream()
                .mapToLong(a -> reports.stream()
                        .filter(b ->
                                a.happening() == b.happening() && !a.storyId().equals(b.storyId()))
                        .count())
                .sum();
        double precision = (double) correct / found.size();
        double recall = (double) correct / all;
        System.out.printf(Locale.ROOT, "related stories: precision %.3f, recall %.3f of %d%n", precision, recall, all);
        System.out.println(
                "wrong: " + found.stream().filter(pair -> !right(pair)).sorted().toList());

        assertThat(precision).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfReportsChangesNothing(long seed) throws IOException {
        List<Report> reports = reports();
        Map<String, List<Relation>> inOrder = linked(reports);
        Collections.shuffle(reports, new Random(seed));

        assertThat(pairs(linked(reports))).isEqualTo(pairs(inOrder)).isNotEmpty();
    }

    @Test
    void aRelationIsOnBothAndEndsWithTheStory() throws IOException {
        List<Report> reports = reports();
        var linker = new Linker(new TreeStore());
        Report english = reports.get(0);
        Report german = reports.get(1);
        linker.told(english.storyId(), english.member(), null);
        Map<String, List<Relation>> linked = linker.told(german.storyId(), german.member(), null);
        assertThat(linked).containsOnlyKeys(english.storyId(), german.storyId());

        Map<String, List<Relation>> ended =
                linker.gone(english.storyId(), english.member().articleId());
        assertThat(ended).containsExactly(Map.entry(german.storyId(), List.of()));
    }

    /** What later reports add is no reason against the earlier ones. */
    @Test
    void aStoryStaysRelatedWhenItGrows() {
        String crack =
                "A crack in the Orvane dam forced 1,240 people out of Lower Hasten on Monday. Engineer Brida Tolland said the"
                        + " lake had to fall by 17 metres. The road through Sennick is closed for 12 kilometres.";
        String riss =
                "Ein Riss in der Talsperre Orvane hat am Montag 1240 Menschen aus Lower Hasten vertrieben. Nach Angaben von"
                        + " Brida Tolland muss der See um 17 Meter sinken. Die Straße durch Sennick ist auf 12 Kilometern gesperrt.";
        String hall = crack + " In the hall Petra Coyle of the Red Cross hands out soup to 85 guests.";
        String visit =
                "Minister Aldous Frame promised Hasten 40 million on Tuesday, the Marlow Herald said. Joan Ivers of Parkside"
                        + " School asked for 300 beds and Keswick Farm for 56 stalls.";
        String built =
                "The dam was built by Corbett and Vane of Thirlby for 3 million in the days of Lord Amesbury. Professor Wim"
                        + " Daalder of Greyfriars University counted 28 cracks of 19 millimetres in the Orvane.";
        var linker = new Linker(new TreeStore());
        var relations = new HashMap<String, List<Relation>>();
        relations.putAll(linker.told("en", member("en", crack, 0), null));
        relations.putAll(linker.told("de", member("de", riss, 1), null));
        assertThat(relations.get("de")).extracting(Relation::storyId).containsExactly("en");

        relations.putAll(linker.told("en", member("en", hall, 2), null));
        relations.putAll(linker.told("en", member("en", visit, 20), null));
        relations.putAll(linker.told("en", member("en", built, 26), null));
        assertThat(relations.get("de")).extracting(Relation::storyId).containsExactly("en");
        assertThat(relations.get("en")).extracting(Relation::storyId).containsExactly("de");
    }

    private static StoryMember member(String language, String text, int hours) {
        Instant published = Instant.parse("2026-11-23T08:00:00Z").plus(Duration.ofHours(hours));
        String id = language + hours;
        return StoryMember.of(new Sketcher(new TermTables())
                .sketch(new ArticleText(
                        id, "https://a.example/" + id, "a.example", "", text, language, published, published)));
    }

    @Test
    void whatAFullListLosesIsCounted() throws IOException {
        var linker = new Linker(new TreeStore());
        StoryMember report = reports().get(0).member();
        for (int story = 0; story < 64; story++) {
            linker.told("s" + story, report, null);
        }
        assertThat(linker.entriesCut()).isZero();

        linker.told("one more", report, null);
        assertThat(linker.entriesCut()).isPositive();
    }

    @Test
    void aStoryThatIsClosedStaysRelated() throws IOException {
        List<Report> reports = reports();
        var linker = new Linker(new TreeStore());
        Report english = reports.get(0);
        Report german = reports.get(1);
        linker.told(english.storyId(), english.member(), null);
        linker.told(german.storyId(), german.member(), null);

        linker.closed(english.storyId());

        assertThat(linker.told(german.storyId(), german.member(), null)).isEmpty();
    }
}
