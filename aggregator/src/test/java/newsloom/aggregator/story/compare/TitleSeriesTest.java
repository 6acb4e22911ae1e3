package newsloom.aggregator.story.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles without a text, of a publisher that is not told: press releases, tickers, old archives. */
class TitleSeriesTest {
    private static final Instant FIRST = Instant.parse("2026-11-10T00:00:00Z");

    private final StoryIndex index = new InMemoryStoryIndex();
    private final StoryDecider decider = News.decider();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Trade panel says harbour firm did not copy the turbine | Trade panel says harbour firm did not copy the turbine
            Top bank executives get shares in secret on midsummer eve | Top bank execs get shares in secret on midsummer eve""")
    void aHeadlineThatIsSaidAgainOnTheNextDayIsOneStory(String title, String again) {
        assertThat(decide(1, again)).isEqualTo(decide(0, title));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | Norvane Telecom Extends Fast Fibre Network In Ashcombe | Norvane Telecom Extends Fast Fibre Network In Little Wexley
            1 | Norvane Telecom Extends Fast Fibre Network In Ashcombe | Norvane Telecom Extends Fast Fibre Network In Little Wexley
            1 | Tessik Pumps to Present at the Quillon Bank Harbour Conference | Brandvold Marine to Present at the Quillon Bank Harbour Conference
            1 | World Stocks Fall, Morning Market Report Shows | World Stocks Fall, Morning Market Report Shows
            1 | Harbour firm raises 40 million crowns for its turbine plant | Harbour firm raises 65 million crowns for its turbine plant
            9 | Trade panel says harbour firm did not copy the turbine | Trade panel says harbour firm did not copy the turbine""")
    void whatIsFilledInOrComesEveryDayIsSeveral(int days, String title, String other) {
        assertThat(decide(days, other)).isNotEqualTo(decide(0, title));
    }

    @Test
    void onTheSameDayOneHeadlineIsOneStory() {
        assertThat(decide(0, "Norvane Telecom extends its fast fibre network in Ashcombe"))
                .isEqualTo(decide(0, "Norvane Telecom extends its fast fibre network in Ashcombe after protests"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Wetter für Nordheim: 12 Grad, am Nachmittag Schauer | Wetter für Nordheim: 9 Grad, am Nachmittag Schauer
            en | Ashcombe Ferry Terminal: 14 Sailings Cancelled | Ashcombe Ferry Terminal: 3 Sailings Cancelled""")
    void oneFormOfOnePublisherWithOtherFiguresIsSeveral(String language, String title, String other) {
        assertThat(decide(1, other, "nordheimer", language)).isNotEqualTo(decide(0, title, "nordheimer", language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Magnitude 6.1 earthquake shakes northern Velmora, at least nine dead | Magnitude 5.8 earthquake shakes southern Karesh, at least four dead
            Magnitude 6.1 earthquake hits northern Japan, at least nine dead | Magnitude 5.8 earthquake hits southern Peru, at least four dead
            Kestor cuts 3,000 jobs as sales slump | Lumino cuts 1,200 jobs as sales slump
            Bus crash kills nine near Tolvera | Bus crash kills three near Omberg""")
    void oneFormOfTwoPublishersWithOtherNamesAndFiguresIsTwoHappenings(String title, String other) {
        assertThat(decide(0, other, "morning.example", "en")).isNotEqualTo(decide(0, title, "evening.example", "en"));
    }

    private String decide(int day, String title) {
        return decide(day, title, "", "en");
    }

    private String decide(int day, String title, String site, String language) {
        Instant published = FIRST.plus(Duration.ofDays(day));
        var article = new ArticleText(
                day + title, "", site, title, "", language, published, published.plus(Duration.ofDays(10)));
        return decider.decide(News.sketch(article), index).storyId();
    }
}
