package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.Assignment.Closed;
import newsloom.aggregator.story.decide.StoryIds;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.testing.InventedNews;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saga of last year that rested twice. Alone the stream's time lays it to rest; among new pages that time is today's and hardly moves. */
class ArchiveSagaTest {
    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");

    private static final List<Sketch> SAGA = List.of(
            report(
                    "2025-03-03T07:00:00Z",
                    "Ferry Marit Lund sinks off Tarnholm, 14 dead",
                    "The ferry Marit Lund sank in a storm off the island of Tarnholm on Monday morning, and 14 people drowned. Rescuers pulled 61 passengers out of the water, coast guard chief Petra Solvig said. Captain Anders Lovik was among the last to leave the ship."),
            report(
                    "2025-03-03T15:00:00Z",
                    "At least 14 drown as Marit Lund goes down in storm",
                    "At least 14 people drowned when the ferry Marit Lund went down off Tarnholm on Monday. Coast guard chief Petra Solvig said the bow door had been torn open by the waves. The shipping company Nordfar, which owns the Marit Lund, said captain Anders Lovik had sent a distress call at 5.40 a.m."),
            report(
                    "2025-03-05T10:00:00Z",
                    "Divers look for three missing of the Marit Lund",
                    "Divers went down to the wreck of the ferry Marit Lund off Tarnholm on Wednesday to look for three missing passengers. The bow door of the ferry lies 40 metres away from it, coast guard chief Petra Solvig said. Nordfar, the owner, kept its two other ferries in port."),
            report(
                    "2025-03-29T09:00:00Z",
                    "Wreck of the ferry Marit Lund is raised off Tarnholm",
                    "A floating crane lifted the wreck of the ferry Marit Lund from the sea off Tarnholm on Saturday, nearly four weeks after it sank. Investigators are to look at the bow door, which had been torn open. Coast guard chief Petra Solvig said the ferry would be towed to the mainland. The company Nordfar pays for it."),
            report(
                    "2025-03-30T11:00:00Z",
                    "Raised ferry Marit Lund towed to the mainland",
                    "The wreck of the Marit Lund, the ferry that sank off Tarnholm, was towed to the mainland on Sunday. Relatives of those who drowned stood on the pier. The bolts of the bow door were rusted through, investigators said; Nordfar and captain Anders Lovik did not comment."),
            report(
                    "2025-05-12T08:00:00Z",
                    "Captain of the Marit Lund and Nordfar chief are charged",
                    "Prosecutors have charged captain Anders Lovik and the head of the shipping company Nordfar over the sinking of the ferry Marit Lund off Tarnholm, in which 14 people drowned. Both knew, they say, that the bolts of the bow door were rusted through."),
            report(
                    "2025-05-13T12:00:00Z",
                    "Lovik denies guilt for the sinking of the Marit Lund",
                    "Captain Anders Lovik has denied that he was to blame for the sinking of the ferry Marit Lund off Tarnholm. He had told Nordfar twice of the rusted bolts of the bow door, his lawyer said on Tuesday. Coast guard chief Petra Solvig is to be a witness."));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsTheSameAloneAndAmongNewPages(long seed) {
        List<Sketch> live = new InventedNews(seed, "en", TODAY, Duration.ofMinutes(4), 5, 12)
                .next(20).stream()
                        .map(article -> News.sketch(article, article.published()))
                        .toList();
        var mixed = new ArrayList<>(live);
        for (int i = 0; i < SAGA.size(); i++) {
            mixed.add(3 * i + 1, SAGA.get(i));
        }

        List<String> alone = tellsOfSaga(SAGA);
        assertThat(alone)
                .containsExactly(
                        "Opened",
                        "Joined",
                        "Joined",
                        "Rested",
                        "Reopened",
                        "Joined",
                        "Joined",
                        "Rested",
                        "Reopened",
                        "Joined",
                        "Joined");
        assertThat(tellsOfSaga(mixed)).isEqualTo(alone);
    }

    /** What was told of the story that the saga's first report opened, but for its end. */
    private static List<String> tellsOfSaga(List<Sketch> sketches) {
        var index = new InMemoryStoryIndex();
        var told = new ArrayList<Assignment>();
        var decider = News.decider(told::add);
        sketches.forEach(sketch -> told.add(decider.decide(sketch, index)));
        return told.stream()
                .filter(each -> each.storyId()
                                .equals(StoryIds.text(StoryIds.of(SAGA.get(0).articleId(), "en", 0)))
                        && !(each instanceof Closed))
                .map(each -> each.getClass().getSimpleName())
                .toList();
    }

    private static Sketch report(String published, String title, String text) {
        Instant then = Instant.parse(published);
        String id = "saga-" + then.getEpochSecond();
        return News.sketch(
                new ArticleText(id, "https://" + id + ".example/", id + ".example", title, text, "en", then, then));
    }
}
