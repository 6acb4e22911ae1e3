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

    @Test
    void reportsOfAnIndexInTheWordsOfYesterdayAreStoriesOfTheirOwn() {
        String form = """
                The Halvard bourse's HX 20 index ended %s percent at %s points on %s, %s. %s gained %s percent, the most of all. Dealers in Lillevik spoke of a quiet \
                session before the bank holiday, and Mette Ruud of broker Fjordkasse said that she saw no reason to buy or to sell.""";
        String first = decide(
                0,
                "HX 20 ends up 0.6 pct, ferry shares in demand",
                form.formatted("0.6", "2914", "Tuesday", "helped by cheap oil", "Skagen Ferries", "3.1"));
        String next = decide(
                1,
                "HX 20 down 0.9 pct as salmon farms disappoint",
                form.formatted("0.9", "2887", "Wednesday", "hurt by weak sales of salmon", "Quillon Cement", "1.7"));
        assertThat(next).isNotEqualTo(first);
    }

    @Test
    void entriesOfADailyLogAreStoriesOfTheirOwn() {
        String form = """
                %s kept the harbour guard of Quillport busy in the past 24 hours, according to its daily log. Guard captain %s asked whoever saw anything to come to the office in \
                Anchor Street. The guard was called out %s times in all and fined %s skippers. The office is open all day; whoever is in distress calls channel 16.""";
        String first = decide(
                0,
                "Harbour log: a lost dinghy off Brannock Point",
                form.formatted("A dinghy that had lost its oars off Brannock Point", "Ebba Storm", "11", "3"));
        String next = decide(
                1,
                "Harbour log: smoke above the Tarrow shed",
                form.formatted("Smoke above the shed of the Tarrow brothers", "Nils Rikard", "17", "5"));
        assertThat(next).isNotEqualTo(first);
    }

    /** What a publisher tells again every day, with the figures of that day. */
    @Test
    void aHappeningThatGoesOnAboveTheSameBackgroundIsOneStory() {
        String background = """
                The slope above the village had been watched since the spring, when a farmer reported cracks in his meadow. A road that was built in 2019 had cut into its foot. \
                Geologist Ina Marwell of the University of Sandhem said in May that heavy rain could bring it down. The mayor, Olav Brekke, had asked the county for money twice.""";
        String first = decide(0, "Landslide near Omberdal kills nine", """
                A landslide near Omberdal buried 12 houses and killed 9 people. Rescuers are looking for 40 others, said police chief Runa Stein.
                """ + background);
        String next = decide(1, "Omberdal landslide: death toll rises to 14", """
                Rescuers found five more bodies below the landslide near Omberdal, which brings the death toll to 14. Some 31 people are missing, said police chief Runa Stein.
                """ + background);
        assertThat(next).isEqualTo(first);
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
