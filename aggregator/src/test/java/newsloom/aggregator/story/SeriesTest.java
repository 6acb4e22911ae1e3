package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One publisher, one title after the other: issues of a series are stories of their own, a happening that goes on is one. */
class SeriesTest {
    private static final Instant FIRST = Instant.parse("2026-11-10T16:42:17Z");

    private final StoryIndex index = new InMemoryStoryIndex();
    private final StoryDecider decider = News.decider();

    @Test
    void aDeathTollThatRisesIsOneStory() {
        String first = decide(0, "Death toll in Tolmen landslide rises to 19", """
                The death toll in the landslide that buried the lower part of Tolmen rose to 19 on Tuesday, Governor Anselm Ruud said. Rescuers with dogs are \
                still looking for eleven people under the mud of the Brattskar slope.
                The slope had come down on Monday night after a week of rain.""");
        String next = decide(1, "Death toll in Tolmen landslide rises to 26", """
                Seven more bodies were found in Tolmen on Wednesday, two days after the Brattskar slope slid into the town; 26 people are now known to have died. \
                Governor Anselm Ruud called off the search of the school.
                Four people are missing, and 310 sleep in the sports hall of Lillevik.""");
        assertThat(next).isEqualTo(first);
    }

    @Test
    void aNurseWhoIsChargedAndDeniesIsOneStory() {
        String first = decide(0, "Nurse charged with stealing morphine from Quistorp clinic", """
                A nurse at the Quistorp clinic has been charged with stealing morphine. Prosecutor Lena Okafor said that Dorthe Aasgard, 41, had taken 212 \
                ampoules in two years and put water in their place.
                Aasgard was suspended in May, when a patient woke during an operation.""");
        String next = decide(2, "Nurse denies stealing morphine from Quistorp clinic", """
                Dorthe Aasgard, the nurse accused of taking morphine from the Quistorp clinic, told a court on Thursday that she had never opened the cabinet. \
                Her lawyer said that six people had keys.
                Prosecutor Lena Okafor will call the patient who woke during an operation.""");
        assertThat(next).isEqualTo(first);
    }

    /** The titles differ by much, the text does not. */
    @Test
    void dailyMarketReportsAreStoriesOfTheirOwn() {
        String first = decide(0, "Halvard shares close 0.8 percent higher as fish exporters gain", """
                Halvard shares rose on Tuesday as salmon prices reached a three-month high. The HX20 index closed 0.8 percent higher at 2,914 points. Advancers \
                outnumbered decliners 12 to 7.
                Fish exporter Norlaks gained 4.4 percent, ferry operator Skagen lost 1.3 percent. Turnover was 640 million crowns. The crown stood at 9.71 to the \
                euro, and ten-year bonds yielded 2.95 percent.""");
        String next = decide(1, "Banks drag Halvard shares down", """
                Halvard shares fell on Wednesday after the central bank warned of bad loans. The HX20 index closed 1.6 percent lower at 2,867 points. Decliners \
                outnumbered advancers 15 to 4.
                Savings bank Fjordkasse lost 5.2 percent, cement maker Quillon gained 0.7 percent. Turnover was 910 million crowns. The crown stood at 9.78 to the \
                euro, and ten-year bonds yielded 3.02 percent.""");
        assertThat(next).isNotEqualTo(first);
    }

    private String decide(int day, String title, String text) {
        Instant published = FIRST.plus(Duration.ofDays(day)).plusSeconds(113L * day);
        var article = new ArticleText(
                "day-" + day,
                "https://ledger.example/" + day,
                "ledger.example",
                title,
                text,
                "en",
                published,
                published.plusSeconds(300));
        return decider.decide(News.sketch(article), index).storyId();
    }
}
