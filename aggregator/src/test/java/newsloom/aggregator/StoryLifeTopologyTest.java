package newsloom.aggregator;

import static newsloom.aggregator.DrivenAggregator.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.Twins;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.contract.v1.RelatedStory;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import newsloom.contract.v1.StoryStatus;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a story, from the record that causes it to the records that tell of it. */
class StoryLifeTopologyTest {
    private static final String BANG = """
            Residents of Brackwater heard a loud bang near the Tessel chemical works shortly after four in the morning. Police asked \
            people to stay indoors and to keep their windows shut. Nothing was known about the cause.""";
    private static final String TRAINS = """
            Rail operator Northline stopped all trains between Orrin and Dunmere, and forty schools in the Dunmere valley stayed closed. \
            Commuters were told to work from home. A spokeswoman for Northline, Greta Amsel, said that drivers had complained of burning eyes.""";
    private static final String EXPLOSION = """
            An explosion tore open a chlorine tank at the Tessel chemical works in Brackwater shortly after four in the morning on Thursday. \
            Police asked residents of Brackwater to stay indoors and keep their windows shut. The loud bang near the works was heard twelve \
            kilometres away.

            Northline stopped all trains between Orrin and Dunmere, and forty schools in the Dunmere valley stayed closed. Northline \
            spokeswoman Greta Amsel said that drivers had complained of burning eyes.""";
    private static final String AFTERMATH = """
            Forty schools in the Dunmere valley and the railway between Orrin and Dunmere stay closed after an explosion at the Tessel \
            chemical works in Brackwater. Greta Amsel of Northline said no driver was badly hurt, although several complained of burning \
            eyes. Police in Brackwater asked residents near the Tessel chemical works to stay indoors.""";
    private static final String CHESS = """
            Fourteen-year-old Mira Tevanko of Ostlund has become the youngest national chess champion, beating grandmaster Aldo Brink in the \
            last round of the tournament in Kessel. Tevanko needed 71 moves in an endgame of rook and two pawns.""";

    @TempDir
    private Path state;

    private DrivenAggregator aggregator;

    @BeforeEach
    void start() {
        aggregator = new DrivenAggregator(state);
    }

    @AfterEach
    void stop() {
        aggregator.close();
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private void tellOfTheExplosion() {
        aggregator.tell(article("full", "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(0)));
        aggregator.tell(article("later", "Tessel explosion: schools and railway stay closed", AFTERMATH, minutes(60)));
        aggregator.rest();
    }

    private static List<String> ids(Story story) {
        return story.getArticles().stream().map(StoryArticle::getId).sorted().toList();
    }

    private static List<String> said(List<StoryEvent> events) {
        return events.stream()
                .map(event -> event.getType() + " " + event.getArticleId())
                .toList();
    }

    private Story only() {
        assertThat(aggregator.shown()).hasSize(1);
        return aggregator.shown().values().iterator().next();
    }

    @Test
    void mergesAStoryThatCameTooEarlyAndSaysSoOnBoth() {
        aggregator.tell(article("bang", "Loud bang near Brackwater", BANG, minutes(0)));
        aggregator.tell(article("trains", "Trains halted in Dunmere valley", TRAINS, minutes(60)));
        aggregator.rest();
        assertThat(aggregator.shown()).hasSize(2);
        aggregator.events();

        aggregator.tell(article("full", "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(120)));
        aggregator.rest();

        List<StoryEvent> events = aggregator.events();
        assertThat(said(events)).containsExactly("JOINED full", "MERGED trains", "MERGED trains");
        StoryEvent lost = events.get(1);
        StoryEvent grown = events.get(2);
        assertThat(lost.getOtherStoryId()).isEqualTo(grown.getStoryId());
        assertThat(grown.getOtherStoryId()).isEqualTo(lost.getStoryId());
        assertThat(lost.getScore()).isGreaterThanOrEqualTo(lost.getThreshold());
        assertThat(lost.getReason()).isNotBlank();
        assertThat(ids(only())).containsExactly("bang", "full", "trains");
        assertThat(only().getId()).isEqualTo(grown.getStoryId());
        assertThat(only().getMergedIds()).containsExactly(lost.getStoryId());
    }

    @ParameterizedTest
    @ValueSource(strings = {AggregatorStores.STORY_INDEX, AggregatorStores.STORY_CARDS, AggregatorStores.STORY_LEDGERS})
    void stopsWhereAnotherBuildLeftTheStateInItsForm(String store) {
        aggregator.tell(article("full", "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(0)));
        aggregator.rest();
        aggregator.fail();
        assertThat(aggregator.leaveInAnotherForm(store)).isPositive();
        aggregator.tell(article("later", "Tessel explosion: schools and railway stay closed", AFTERMATH, minutes(60)));

        assertThatThrownBy(aggregator::rest)
                .rootCause()
                .isInstanceOf(OtherFormException.class)
                .hasMessageContaining("form 100")
                .hasMessageContaining("--application-id");
        assertThat(aggregator.deadLetters()).isOne();
    }

    @Test
    void keepsTheIdOfAMergedStoryFromItsFounderWhoComesAgain() {
        mergesAStoryThatCameTooEarlyAndSaysSoOnBoth();
        String lost = only().getMergedIds().get(0);

        aggregator.takeBack("trains", minutes(180));
        aggregator.rest();
        aggregator.tell(article("trains", "Chess title", CHESS, minutes(200)));
        aggregator.rest();

        assertThat(aggregator.shown()).hasSize(2).doesNotContainKey(lost);
    }

    @Test
    void letsAnArticleLeaveWhoseNewVersionTellsSomethingElse() {
        tellOfTheExplosion();
        Story before = only();
        aggregator.events();

        aggregator.tell(article("later", "Ostlund girl is chess champion", CHESS, minutes(180))
                .setVersion(2));
        aggregator.rest();

        List<StoryEvent> events = aggregator.events();
        assertThat(said(events)).containsExactly("SPLIT later", "OPENED later");
        assertThat(events.get(0).getStoryId()).isEqualTo(before.getId());
        assertThat(events.get(0).getOtherStoryId()).isEqualTo(events.get(1).getStoryId());
        assertThat(aggregator.shown().values())
                .extracting(StoryLifeTopologyTest::ids)
                .containsExactlyInAnyOrder(List.of("full"), List.of("later"));
        assertThat(aggregator.counted("split")).isEqualTo(1);
    }

    @Test
    void takesTwoHappeningsApartThatBeganAsOneStoryAndSaysSoOfEachArticle() {
        List<Twins.Report> reports = Twins.reports();
        reports.subList(0, 3).forEach(this::tell);
        aggregator.rest();
        String north = only().getId();
        aggregator.events();

        tell(reports.get(3));
        aggregator.rest();

        List<StoryEvent> events = aggregator.events();
        assertThat(said(events))
                .containsExactly(
                        "JOINED south-2", "SPLIT south-1", "OPENED south-1", "SPLIT south-2", "JOINED south-2");
        String south = events.get(2).getStoryId();
        assertThat(events).extracting(StoryEvent::getStoryId).containsExactly(north, north, south, north, south);
        assertThat(events.subList(1, 5))
                .extracting(StoryEvent::getOtherStoryId)
                .containsExactly(south, north, south, north);
        assertThat(events.get(1).getScore()).isLessThan(events.get(1).getThreshold());
        assertThat(ids(aggregator.shown().get(north))).containsExactly("north-1", "north-2");
        assertThat(ids(aggregator.shown().get(south))).containsExactly("south-1", "south-2");
        assertThat(aggregator.counted("split")).isEqualTo(1);

        reports.subList(4, 6).forEach(this::tell);
        aggregator.rest();
        assertThat(ids(aggregator.shown().get(north))).contains("north-3");
        assertThat(ids(aggregator.shown().get(south))).contains("south-3");
    }

    private void tell(Twins.Report report) {
        aggregator.tell(article(report.id(), report.title(), report.text(), minutes(report.minute())));
    }

    @Test
    void keepsAnArticleWhoseNewVersionTellsTheSameStory() {
        tellOfTheExplosion();
        aggregator.events();

        aggregator.tell(article("later", "Explosion: trains halted", EXPLOSION + " " + TRAINS, minutes(180))
                .setVersion(2));
        aggregator.rest();

        assertThat(said(aggregator.events())).containsExactly("UPDATED later");
        assertThat(ids(only())).containsExactly("full", "later");
    }

    @Test
    void restsAfterFourteenDaysIsWokenByASureMatchAndClosesAfterSixty() {
        tellOfTheExplosion();
        aggregator.events();

        aggregator.tell(article("chess", "Chess title", CHESS, Duration.ofDays(15)));
        aggregator.rest();
        assertThat(said(aggregator.events())).containsExactly("CLOSED null", "OPENED chess");
        Story resting = aggregator.shown().values().stream()
                .filter(story -> story.getArticleCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(resting.getStatus()).isEqualTo(StoryStatus.DORMANT);

        aggregator.tell(article("again", "Tessel explosion halted trains", EXPLOSION + AFTERMATH, Duration.ofDays(16))
                .setPublished(DrivenAggregator.DAY.plus(minutes(90))));
        aggregator.rest();
        List<StoryEvent> woken = aggregator.events();
        assertThat(said(woken)).containsExactly("REOPENED again", "JOINED again");
        assertThat(woken.get(0).getScore()).isNotNull().isEqualTo(woken.get(1).getScore());
        assertThat(woken.get(0).getThreshold())
                .isNotNull()
                .isEqualTo(woken.get(1).getThreshold());
        assertThat(aggregator.shown().get(resting.getId()).getStatus()).isEqualTo(StoryStatus.ACTIVE);

        aggregator.tell(article("end", "Rain", "Rain fell on the Grauhorn.", Duration.ofDays(90)));
        aggregator.tell(article("after", "Snow", "Snow lay on the Weissberg.", Duration.ofDays(91)));
        aggregator.rest();
        assertThat(aggregator.events())
                .filteredOn(event -> event.getStoryId().equals(resting.getId()))
                .extracting(StoryEvent::getType)
                .containsExactly(StoryEventType.CLOSED, StoryEventType.CLOSED);
        assertThat(aggregator.shown().get(resting.getId()).getStatus()).isEqualTo(StoryStatus.CLOSED);
    }

    @Test
    void takesOutWhatWasTakenBackAndTheStoryWithItsLastArticle() {
        tellOfTheExplosion();
        String id = only().getId();
        aggregator.events();

        aggregator.takeBack("full", minutes(90));
        aggregator.rest();
        assertThat(ids(only())).containsExactly("later");

        aggregator.takeBack("later", minutes(91));
        aggregator.rest();
        assertThat(aggregator.shown()).isEmpty();
        assertThat(aggregator.events())
                .extracting(StoryEvent::getType, StoryEvent::getStoryId)
                .containsExactly(tuple(StoryEventType.WITHDRAWN, id), tuple(StoryEventType.WITHDRAWN, id));
    }

    /** The cleaner takes the old one back and gives the new one at the same instant; which is first hangs on their ids. */
    @Test
    void putsTheNewRepresentativeOfAGroupInTheOldOnesPlaceWhicheverRecordIsFirst() {
        for (String id : List.of("aaa", "zzz")) {
            stop();
            start();
            tellOfTheExplosion();
            String story = only().getId();

            aggregator.takeBack("full", minutes(120));
            aggregator.tell(article(id, "Explosion at chemical works", EXPLOSION + "\n\n" + BANG, minutes(120))
                    .setSupersedes("full"));
            aggregator.rest();

            assertThat(only().getId()).isEqualTo(story);
            assertThat(ids(only())).containsExactlyInAnyOrder("later", id);
        }
    }

    @Test
    void aStoryOfOneArticleKeepsItsIdWhenItsRepresentativeChanges() {
        for (String id : List.of("aaa", "zzz")) {
            stop();
            start();
            aggregator.tell(article("full", "Explosion at chemical works", EXPLOSION, minutes(0)));
            aggregator.rest();
            String story = only().getId();
            aggregator.events();

            aggregator.takeBack("full", minutes(120));
            aggregator.tell(article(id, "Explosion at chemical works", EXPLOSION + "\n\n" + BANG, minutes(120))
                    .setSupersedes("full"));
            aggregator.rest();

            assertThat(only().getId()).isEqualTo(story);
            assertThat(ids(only())).containsExactly(id);
            assertThat(said(aggregator.events())).containsExactly("UPDATED " + id);
        }
    }

    @Test
    void tellsNoScoreWhereNobodyAskedForOne() {
        tellOfTheExplosion();
        assertThat(aggregator.events()).extracting(StoryEvent::getScore).first().isNull();

        aggregator.takeBack("full", minutes(120));
        aggregator.rest();
        aggregator.tell(article("fuller", "Explosion at chemical works", EXPLOSION + "\n\n" + BANG, minutes(121))
                .setSupersedes("full"));
        aggregator.rest();
        assertThat(aggregator.events())
                .filteredOn(event -> event.getType() == StoryEventType.JOINED)
                .extracting(StoryEvent::getScore, StoryEvent::getThreshold)
                .containsExactly(tuple(null, null));
    }

    @Test
    void countsWhatABoundCutsOffWhenACopyComesToo() {
        stop();
        StorySettings usual = StorySettings.DEFAULT;
        aggregator = new DrivenAggregator(state, News.settings(usual.splitBelow(), 1, usual.maxStories()));
        tellOfTheExplosion();
        assertThat(aggregator.counted("articles forgotten, too many")).isZero();

        aggregator.copy("copy", "later", minutes(180));
        aggregator.rest();
        assertThat(aggregator.counted("articles forgotten, too many")).isEqualTo(1);
    }

    @Test
    void countsALateCopyOfAFormerRepresentative() {
        tellOfTheExplosion();
        aggregator.tell(article("fuller", "Explosion at chemical works", EXPLOSION + "\n\n" + BANG, minutes(120))
                .setSupersedes("full"));
        aggregator.copy("reprint", "full", minutes(130));
        aggregator.rest();

        assertThat(only().getReprintCount()).isEqualTo(1);
        assertThat(aggregator.counted("reprints of unknown articles")).isZero();
    }

    @Test
    void countsACopyAgainThatWasTakenBackInBetween() {
        tellOfTheExplosion();
        aggregator.events();
        aggregator.copy("copy", "later", minutes(70));
        aggregator.takeBack("copy", minutes(80));
        aggregator.copy("copy", "later", minutes(90));
        aggregator.rest();
        assertThat(only().getReprintCount()).isEqualTo(1);
        assertThat(only().getReprintSites()).containsExactly("copy.example");

        aggregator.takeBack("copy", minutes(100));
        aggregator.rest();
        assertThat(only().getReprintCount()).isZero();
        assertThat(said(aggregator.events()))
                .containsExactly("REPRINTED copy", "WITHDRAWN copy", "REPRINTED copy", "WITHDRAWN copy");
    }

    @Test
    void aFormerRepresentativeThatComesAgainAsACopyIsCountedAndWakesTheStory() {
        tellOfTheExplosion();
        aggregator.tell(article("fuller", "Explosion at chemical works", EXPLOSION + "\n\n" + BANG, minutes(120))
                .setSupersedes("full"));
        aggregator.tell(article("chess", "Chess title", CHESS, Duration.ofDays(15)));
        aggregator.copy("full", "fuller", Duration.ofDays(16));
        aggregator.rest();

        Story story = aggregator.shown().values().stream()
                .filter(shown -> shown.getArticleCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(story.getReprintCount()).isEqualTo(1);
        assertThat(story.getStatus()).isEqualTo(StoryStatus.ACTIVE);
    }

    @Test
    void correctsAndTakesBackArticlesOfAStoryThatGoesOnForMonths() {
        for (int report = 0; report < 8; report++) {
            aggregator.tell(article(
                    "s" + report,
                    "Explosion at Tessel chemical works halts trains",
                    EXPLOSION + " Day " + report + ".",
                    Duration.ofDays(9L * report)));
        }
        aggregator.rest();
        String id = only().getId();
        aggregator.events();

        aggregator.tell(article("s1", "Explosion at Tessel chemical works", EXPLOSION, Duration.ofDays(64))
                .setVersion(2));
        aggregator.takeBack("s0", Duration.ofDays(65));
        aggregator.rest();

        assertThat(only().getId()).isEqualTo(id);
        assertThat(only().getArticleCount()).isEqualTo(7);
        assertThat(said(aggregator.events())).containsExactly("UPDATED s1", "WITHDRAWN s0");
    }

    /** Its id has to lead to the story that has its article for 90 days: one that moved on would take the way with it. */
    @Test
    void aStoryThatTookOneInIsTakenInByNone() {
        aggregator.tell(article("bang", "Loud bang near Brackwater", BANG, minutes(0)));
        aggregator.tell(article("trains", "Trains halted in Dunmere valley", TRAINS, minutes(60)));
        aggregator.tell(article("full", "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(120)));
        aggregator.takeBack("full", minutes(130));
        aggregator.takeBack("bang", minutes(131));
        aggregator.rest();
        Story took = only();
        assertThat(ids(took)).containsExactly("trains");
        assertThat(took.getMergedIds()).hasSize(1);

        aggregator.tell(
                article("bang2", "Loud bang near Brackwater", BANG + " The bang was heard by all.", minutes(140)));
        aggregator.tell(article("full2", "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(150)));
        aggregator.rest();
        assertThat(aggregator.shown()).containsKey(took.getId());
    }

    @Test
    void countsTheMembersThatAStoryAtRestForgets() {
        for (int report = 0; report < 8; report++) {
            aggregator.tell(article(
                    "a" + report, "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(3L * report)));
        }
        aggregator.tell(article("chess", "Chess title", CHESS, Duration.ofDays(15)));
        aggregator.rest();
        assertThat(aggregator.counted("members cut")).isEqualTo(6);
    }

    @Test
    void relatesTheStoriesOfTwoLanguagesAndLetsGoWhenOneIsTakenBack() {
        tellOfTheTakeover(minutes(0));
        tellOfTheTakeoverInGerman(minutes(30));
        aggregator.rest();

        Story english = ofArticle("english");
        Story german = ofArticle("german");
        assertThat(english.getRelated()).singleElement().satisfies(related -> {
            assertThat(related.getId()).isEqualTo(german.getId());
            assertThat(related.getLanguage()).isEqualTo("de");
            assertThat(related.getScore()).isGreaterThanOrEqualTo(1);
        });
        assertThat(german.getRelated()).extracting(RelatedStory::getId).containsExactly(english.getId());

        aggregator.takeBack("english", minutes(60));
        aggregator.rest();
        assertThat(only().getRelated()).isEmpty();
    }

    /** The German report was found only after the English story had come to rest. */
    @Test
    void aStoryRestsOnWhenAnotherIsRelatedToIt() {
        tellOfTheTakeover(minutes(0));
        aggregator.tell(article("chess", "Chess title", CHESS, Duration.ofDays(15)));
        aggregator.rest();
        assertThat(ofArticle("english").getStatus()).isEqualTo(StoryStatus.DORMANT);

        tellOfTheTakeoverInGerman(Duration.ofDays(15).plusMinutes(1));
        aggregator.rest();

        Story english = ofArticle("english");
        assertThat(english.getRelated()).hasSize(1);
        assertThat(english.getStatus()).isEqualTo(StoryStatus.DORMANT);
        assertThat(ofArticle("german").getStatus()).isEqualTo(StoryStatus.ACTIVE);
    }

    private void tellOfTheTakeover(Duration fetched) {
        aggregator.tell(article("english", "Kestrel Mutual buys Brightwater Savings", """
                Kestrel Mutual will take over Brightwater Savings of Valemouth for 412 million pounds, chief executive Anthea Rowle \
                said on Monday. About 540 jobs will go. Union secretary Dunstan Peel called it a black day.""", fetched));
    }

    private void tellOfTheTakeoverInGerman(Duration fetched) {
        aggregator.tell(article("german", "Kestrel Mutual übernimmt Brightwater Savings", """
                Die Versicherung Kestrel Mutual kauft die Sparkasse Brightwater Savings aus Valemouth für 412 Millionen Pfund. Das \
                sagte Chefin Anthea Rowle. Rund 540 Stellen fallen weg. Gewerkschafter Dunstan Peel sprach von einem schwarzen Tag.""", fetched)
                .setLanguage("de")
                .setPublished(DrivenAggregator.DAY.plus(minutes(30))));
    }

    private Story ofArticle(String articleId) {
        return aggregator.shown().values().stream()
                .filter(story -> ids(story).contains(articleId))
                .findFirst()
                .orElseThrow();
    }

    /** Of so large a story the newest 32 articles are kept to be shown. */
    @Test
    void aStoryOfWhichNothingKeptIsLeftIsShownWithoutAHeadlineUntilItCloses() {
        int kept = 32;
        for (int i = 0; i <= kept; i++) {
            aggregator.tell(article("a" + i, "Explosion at Tessel chemical works halts trains", EXPLOSION, minutes(i)));
        }
        aggregator.rest();
        for (int i = 1; i <= kept; i++) {
            aggregator.takeBack("a" + i, minutes(100 + i));
        }
        aggregator.rest();

        Story left = only();
        assertThat(left.getStatus()).isEqualTo(StoryStatus.ACTIVE);
        assertThat(left.getArticleCount()).isEqualTo(1);
        assertThat(left.getArticles()).isEmpty();
        assertThat(left.getHeadline()).isEmpty();
        assertThat(left.getSources()).containsExactly("a0.example");

        aggregator.tell(article("chess", "Chess title", CHESS, Duration.ofDays(61)));
        aggregator.rest();
        assertThat(aggregator.shown().get(left.getId()).getStatus()).isEqualTo(StoryStatus.CLOSED);
    }

    @Test
    void tellsWithEachArticleWhichStoriesWereWeighed() {
        tellOfTheExplosion();

        StoryEvent joined = aggregator.events().get(1);
        assertThat(joined.getWeighed()).singleElement().satisfies(weighed -> {
            assertThat(weighed.getStoryId()).isEqualTo(joined.getStoryId());
            assertThat(weighed.getArticles()).isEqualTo(1);
            assertThat(weighed.getScore()).isEqualTo(joined.getScore());
            assertThat(weighed.getThreshold()).isEqualTo(joined.getThreshold());
        });
    }
}
