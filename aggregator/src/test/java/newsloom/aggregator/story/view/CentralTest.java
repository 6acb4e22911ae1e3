package newsloom.aggregator.story.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.state.StoryMember;
import org.junit.jupiter.api.Test;

/** Whose headline a story has, on three invented stories. */
class CentralTest {

    private static StoryMember member(String id, String title, String text, int hour) {
        String published =
                Instant.parse("2026-11-20T00:00:00Z").plusSeconds(3600L * hour).toString();
        return StoryMember.of(News.sketch(id, title, text, published, 60 * hour));
    }

    /** As the view of a story with these members has it. */
    private static String headlineOf(StoryMember... members) {
        StoryLedger ledger = StoryLedger.empty("s");
        for (StoryMember member : List.of(members)) {
            ledger = ledger.with(member);
        }
        return StoryView.of(ledger).headlineArticleId();
    }

    @Test
    void theLoudHeadlineIsNotTaken() {
        String fire = """
                A fire destroyed the timber warehouse of Pellworth on the old quay of Varnby on Monday night. Sixty-four firefighters needed \
                six hours to save the grain silos, and 140 residents were taken to a sports hall.""";
        assertThat(headlineOf(
                        member("paper", "Fire destroys timber warehouse in Varnby", fire, 1),
                        member("agency", "Timber warehouse on Varnby quay burns, 140 taken to sports hall", """
                                A timber warehouse burned down on the quay of Varnby on Monday night, the fire brigade said. Some 140 residents spent the night \
                                in a sports hall while 64 firefighters saved the grain silos.""", 2),
                        member("loud", "INFERNO! Hell night on the quay", fire, 3)))
                .isNotEqualTo("loud");
    }

    @Test
    void aSideIssueIsNotTakenThoughItIsTheNewest() {
        assertThat(headlineOf(
                        member("first", "Norlund recount costs Brandvold her majority", """
                                Prime Minister Ilse Brandvold's coalition lost its majority in the Norlund parliament after a recount in two districts. Turnout \
                                was 71.4 percent.""", 1),
                        member("second", "Brandvold coalition loses Norlund majority after recount", """
                                A recount in two districts has cost the coalition of Prime Minister Ilse Brandvold its majority in the Norlund parliament. The \
                                opposition called for talks.""", 3),
                        member("aside", "What a recount costs and who counts", """
                                Counting by hand takes four helpers a district and a whole night with sandwiches, says the man who has done it for thirty years. \
                                He likes the quiet in the gym after the recount that cost Brandvold her majority.""", 9)))
                .isIn("first", "second");
    }

    @Test
    void ofASagaTheNewsIsTakenAndNotTheFirstReport() {
        var members = new StoryMember[16];
        for (int i = 0; i < 4; i++) {
            members[i] = member("start" + i, "Coach with 43 passengers falls into Orlica gorge", """
                    A coach with 43 passengers fell into the Orlica gorge near Zabrdje on Wednesday. Police counted 11 dead.""", i);
        }
        for (int i = 4; i < 16; i++) {
            members[i] = member("later" + i, "Brakes failed on coach in Orlica gorge, police find", """
                    The brakes of the coach that fell into the Orlica gorge near Zabrdje failed, police found on Friday. Eleven passengers died.""", 40 + i);
        }
        assertThat(headlineOf(members)).startsWith("later");
    }

    @Test
    void ofAStoryThatRestedTheNewestReportIsTaken() {
        String search =
                "Police are searching for the walker Iain Crosbie on Ben Tarrow, whose car stands at the Tarrow car park since Sunday.";
        assertThat(headlineOf(
                        member("first", "Walker Iain Crosbie missing on Ben Tarrow", search, 1),
                        member("second", "Search for walker Iain Crosbie on Ben Tarrow goes on", search, 20),
                        member("found", "Body of Iain Crosbie found below Tarrow ridge", """
                                A shepherd found the body of the walker who had been missing for three weeks in a gully.""", 450)))
                .isEqualTo("found");
    }
}
