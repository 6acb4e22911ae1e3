package newsloom.aggregator.story.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.compare.Subject;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.Frequencies;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.TermTable;
import org.junit.jupiter.api.Test;

class CampsTest {
    private static final TermTable ENGLISH = News.TABLES.apply("en");

    private static Subject subject(String id, String text) {
        Sketch sketch = News.sketch(id, "", text, "2026-11-17T08:00:00Z", 0);
        return new Subject(Member.of(sketch, new Frequencies(ENGLISH, new InMemoryStoryIndex())), ENGLISH);
    }

    private static List<String> ids(List<Member> camp) {
        return camp.stream().map(Member::articleId).toList();
    }

    @Test
    void areTheTwoHappeningsInTheOrderOfTheirArticles() {
        Camps camps = Camps.of(List.of(
                subject("election", News.ELECTION),
                subject("fire", News.FIRE),
                subject("recount", News.ELECTION),
                subject("again", News.FIRE_AGAIN),
                subject("blaze", News.FIRE)));
        assertThat(ids(camps.larger())).containsExactly("fire", "again", "blaze");
        assertThat(ids(camps.smaller())).containsExactly("election", "recount");
    }

    @Test
    void ofEqualSizeTheOneOfTheFirstArticleCountsAsLarger() {
        Camps camps = Camps.of(List.of(
                subject("fire", News.FIRE),
                subject("election", News.ELECTION),
                subject("recount", News.ELECTION),
                subject("again", News.FIRE_AGAIN)));
        assertThat(ids(camps.larger())).containsExactly("fire", "again");
        assertThat(ids(camps.smaller())).containsExactly("election", "recount");
    }
}
