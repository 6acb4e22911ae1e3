package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import org.junit.jupiter.api.Test;

/** A publisher that fills in one form for each match of an evening. */
class OneFormTest {
    private static final String FORM = """
            %s and %s shared a thrilling evening under the floodlights and it ended %s in the second division.
            %s kept the stubborn visitors busy until the final whistle, and %s went home with muddy boots. Around %s braved the drizzle.""";

    private static final List<List<String>> MATCHES = List.of(
            List.of("Tarnby Rovers", "Ulvik Town", "2-1", "Morten Aasgard", "Kaisa Lindroos", "3,100"),
            List.of("Quessel City", "Brannock United", "0-0", "Pavel Hrdina", "Olga Stenmark", "5,400"),
            List.of("Fenwood Athletic", "Derrimore", "4-3", "Samir Belkadi", "Jutta Rehm", "2,250"),
            List.of("Isleby Wanderers", "Norrvale", "1-3", "Teo Vargas", "Henrik Dalby", "4,800"));

    private final StoryIndex index = new InMemoryStoryIndex();
    private final StoryDecider decider = News.decider();

    @Test
    void itsArticlesAreStoriesOfTheirOwn() {
        var stories = new ArrayList<String>();
        for (int i = 0; i < MATCHES.size(); i++) {
            stories.add(decide("form.example", i, FORM.formatted(MATCHES.get(i).toArray())));
        }
        assertThat(stories).doesNotHaveDuplicates();
    }

    @Test
    void anotherReportOfAMatchJoinsIt() {
        String first = decide("form.example", 0, FORM.formatted(MATCHES.get(0).toArray()));

        String again = decide("form.example", 1, """
                Tarnby Rovers beat Ulvik Town 2-1 under the floodlights. Morten Aasgard scored both goals of Tarnby Rovers, and coach Kaisa Lindroos \
                was sent from the bench of Ulvik. Around 3,100 braved the drizzle.""");

        assertThat(again).isEqualTo(first);
    }

    private String decide(String site, int minute, String text) {
        String title = text.substring(0, text.indexOf(' ', 8));
        var article = new ArticleText(
                "m" + minute,
                "https://" + site + "/" + minute,
                site,
                title,
                text,
                "en",
                Instant.parse("2026-11-20T20:00:00Z").plusSeconds(60L * minute),
                Instant.parse("2026-11-20T21:00:00Z").plusSeconds(60L * minute));
        return decider.decide(News.sketch(article), index).storyId();
    }
}
