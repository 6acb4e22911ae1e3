package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports fetched as they appear, weeks apart, so that stories rest in between. */
class ResumedStoryTest {
    private static final Instant ARREST = Instant.parse("2026-09-01T08:12:40Z");

    private final StoryIndex index = new InMemoryStoryIndex();
    private final List<Assignment> besides = new ArrayList<>();
    private final List<Assignment> placed = new ArrayList<>();
    private final StoryDecider decider = News.decider(besides::add);

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 20, 27})
    void aTrialJoinsTheStoryOfTheArrest(int days) {
        String story = arrested();
        String trial = decide("trial", "Trial of Vellmar treasurer Odile Brandt opens", """
                The trial of Odile Brandt, the former treasurer of Vellmar, opened on Tuesday. Prosecutors say that Brandt moved 3.2 million crowns \
                meant for the Sander bridge to the accounts of a boatyard.
                Brandt, arrested in September at the Vellmar ferry terminal, looked at her hands as the charges were read. Prosecutor Milan Ruzek called \
                the Sander bridge "a monument to her invoices".""", Duration.ofDays(days));
        assertThat(trial).isEqualTo(story);
        assertThat(besides.stream().anyMatch(Assignment.Reopened.class::isInstance))
                .isEqualTo(days > StorySettings.DEFAULT.rest().toDays());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20})
    void anotherOnesArrestDoesNot(int days) {
        String story = arrested();
        String other = decide("other", "Harbour master of Quistorp arrested over bribes", """
                Police arrested the harbour master of Quistorp, Anton Legrelle, on Thursday. Prosecutors suspect that Legrelle took 400,000 crowns from \
                a dredging firm.
                Legrelle, 58, was led from his office on the north pier. Prosecutor Lena Okafor said that the dredging contract would be \
                looked at again.""", Duration.ofDays(days));
        assertThat(other).isNotEqualTo(story);
    }

    private String arrested() {
        String story = decide("arrest", "Treasurer of Vellmar arrested at ferry terminal", """
                Police arrested the treasurer of Vellmar, Odile Brandt, at the ferry terminal on Tuesday. Prosecutors suspect that Brandt moved 3.2 million \
                crowns meant for the Sander bridge to the accounts of a boatyard.
                Brandt, 51, was carrying two suitcases and a ticket to Tolmen. Mayor Ines Kroll said that work on the Sander bridge would go on.""", Duration.ZERO);
        String next =
                decide("next", "Vellmar asks where the money for the Sander bridge went", """
                A day after treasurer Odile Brandt was arrested, Vellmar is looking for 3.2 million crowns. Prosecutor Milan Ruzek said that the money for the \
                Sander bridge had gone to a boatyard in nine payments.
                Mayor Ines Kroll said that she had signed none of them. A judge ruled that Brandt must stay in custody.""", Duration.ofHours(27));
        assertThat(next).isEqualTo(story);
        return story;
    }

    /** However steadily a saga is told: what is further than 90 days from the first report is another story. */
    @Test
    void aSagaThatGoesOnForMonthsIsSeveralStories() {
        String story = arrested();
        var stories = new ArrayList<String>();
        for (int days = 13; days <= 156; days += 13) {
            stories.add(decide(
                    "day" + days,
                    "Trial of Vellmar treasurer Odile Brandt, day " + days / 13,
                    """
                    Odile Brandt, the former treasurer of Vellmar, was in court again on Tuesday. Prosecutor Milan Ruzek says that Brandt moved 3.2 million \
                    crowns meant for the Sander bridge to the accounts of a boatyard. Witness number %d, a clerk of the boatyard, told the judge of \
                    payment %d of nine.""".formatted(days, days / 13),
                    Duration.ofDays(days)));
        }

        assertThat(stories.subList(0, 6)).containsOnly(story); // to day 78
        assertThat(stories.subList(6, 12)).doesNotContain(story).containsOnly(stories.get(6)); // to day 156
        assertThat(placed)
                .filteredOn(each -> each.storyId().equals(stories.get(6)))
                .first()
                .isInstanceOfSatisfying(Assignment.Opened.class, opened -> {
                    assertThat(opened.bestStoryId()).isEqualTo(story);
                    assertThat(opened.reason()).isEqualTo("the story would last 91.0 days");
                });
    }

    /** Something unrelated is fetched first, for time goes on in a stream. */
    private String decide(String id, String title, String text, Duration after) {
        Instant published = ARREST.plus(after);
        decider.decide(sketch("weather-" + id, "Mild", "It was mild on the Grauhorn.", published), index);
        Assignment assignment = decider.decide(sketch(id, title, text, published.plusSeconds(600)), index);
        placed.add(assignment);
        return assignment.storyId();
    }

    private static Sketch sketch(String id, String title, String text, Instant published) {
        String site = id + ".example";
        return News.sketch(new ArticleText(
                id, "https://" + site + "/news", site, title, text, "en", published, published.plusSeconds(300)));
    }
}
