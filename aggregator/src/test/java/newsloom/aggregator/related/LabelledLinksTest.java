package newsloom.aggregator.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import newsloom.aggregator.story.LabelledNews;
import newsloom.aggregator.story.TreeStore;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.Relation;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Links between stories that have grown, of real reports: each report of a labelled English story is dealt to one of two languages at random. Names and
 * figures are as alike as they never are between two languages, but what tells happenings apart is as hard.
 */
class LabelledLinksTest {
    private static final List<String> LANGUAGES = List.of("en", "other");

    private record Dealt(String label, StoryMember member) {
        String storyId() {
            return label + " " + member.language();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-dense, 1, .93, .25", "en-dense, 8, .94, .5", "wikinews, 8, .9, .3"})
    void storiesThatHaveGrownAreFoundMoreOften(String file, int most, double leastPrecision, double leastRecall)
            throws IOException {
        assumeTrue(Files.isDirectory(LabelledNews.folder()), "no labelled articles at " + LabelledNews.folder());
        List<Dealt> reports = deal(file, most);
        var linker = new Linker(new TreeStore());
        var relations = new HashMap<String, List<Relation>>();
        reports.forEach(report -> relations.putAll(linker.told(report.storyId(), report.member(), null)));

        Set<String> found = new HashSet<>();
        relations.forEach((story, others) -> others.forEach(other -> found.add(story + "|" + other.storyId())));
        Set<String> right = right(reports);
        double correct = found.stream().filter(right::contains).count();
        double precision = correct / found.size();
        double recall = correct / right.size();
        System.out.printf(
                Locale.ROOT,
                "links of stories of up to %d reports a language, %s: precision %.3f, recall %.3f of %d%n",
                most,
                file,
                precision,
                recall,
                right.size() / LANGUAGES.size());

        assertThat(precision).isGreaterThan(leastPrecision);
        assertThat(recall).isGreaterThan(leastRecall);
    }

    /** Dated reports in their order, at most so many of each story and language. */
    private static List<Dealt> deal(String file, int most) throws IOException {
        var sketcher = new Sketcher(new TermTables());
        var random = new Random(1);
        var reports = new ArrayList<Dealt>();
        Map<String, Integer> told = new HashMap<>();
        for (LabelledNews.Labelled labelled : LabelledNews.articles(file)) {
            String published = labelled.article().path("published").asText("");
            String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
            if (!published.isEmpty() && told.merge(labelled.story() + language, 1, Integer::sum) <= most) {
                StoryMember member =
                        StoryMember.of(sketcher.sketch(text(labelled.article(), Instant.parse(published))));
                reports.add(new Dealt(labelled.story(), in(language, member)));
            }
        }
        return reports;
    }

    private static ArticleText text(JsonNode article, Instant published) {
        String id = article.path("id").asText();
        return new ArticleText(
                id,
                "https://a.example/" + id,
                "a.example",
                article.path("title").asText(""),
                article.path("text").asText(""),
                "en",
                published,
                published);
    }

    private static StoryMember in(String language, StoryMember member) {
        return new StoryMember(
                member.articleId(),
                member.url(),
                member.site(),
                member.title(),
                member.lead(),
                language,
                member.eventTimeMs(),
                member.dateKnown(),
                member.fetchTimeMs(),
                member.names(),
                member.terms(),
                member.opening(),
                member.anchors());
    }

    private static Set<String> right(List<Dealt> reports) {
        Map<String, Set<String>> stories = new HashMap<>();
        reports.forEach(report -> stories.computeIfAbsent(report.label(), label -> new HashSet<>())
                .add(report.storyId()));
        var right = new HashSet<String>();
        stories.values().stream()
                .filter(both -> both.size() == LANGUAGES.size())
                .forEach(both -> {
                    List<String> ids = List.copyOf(both);
                    right.add(ids.get(0) + "|" + ids.get(1));
                    right.add(ids.get(1) + "|" + ids.get(0));
                });
        return right;
    }
}
