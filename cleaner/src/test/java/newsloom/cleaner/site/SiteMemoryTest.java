package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteMemoryTest {
    private static final String SITE = "daily.example";
    private static final String NEWSLETTER = "Sign up and get the five stories that matter, every morning at six.";
    private static final List<String> HEADLINES = List.of(
            "Mayor opens the new bridge",
            "Storm closes northern ports",
            "Bakers strike over flour prices",
            "Museum finds a lost painting",
            "Library stays open at night");

    private final MemoryBlockStore store = new MemoryBlockStore();
    private final SiteMemory memory = new SiteMemory();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void removesWhatTwoOtherArticlesHad() {
        assertThat(clean(0, NEWSLETTER).removed()).isEmpty();
        assertThat(clean(1, NEWSLETTER).removed()).isEmpty();
        assertThat(clean(2, NEWSLETTER).removed()).containsExactly(NEWSLETTER);
        assertThat(clean(3, NEWSLETTER).kept()).isEqualTo(own(3));
    }

    @Test
    void removesEveryRepeatInTheArticle() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        assertThat(clean(2, NEWSLETTER, NEWSLETTER).removed()).containsExactly(NEWSLETTER, NEWSLETTER);
    }

    @Test
    void removesOrnamentWithOtherDigits() {
        clean(0, "12 comments");
        clean(1, "3 comments");
        clean(2, "45 comments");
        assertThat(clean(3, "99 comments").removed()).containsExactly("99 comments");
    }

    @Test
    void learnsNothingFromOneArticleAtManyAddresses() {
        for (int i = 0; i < 5; i++) {
            assertThat(clean("daily.example/page/" + i, HEADLINES.get(0), own(0))
                            .removed())
                    .isEmpty();
        }
        assertThat(clean("daily.example/follow-up", HEADLINES.get(1), with(own(1), own(0).get(0)))
                        .removed())
                .isEmpty();
    }

    @Test
    void learnsNothingFromVersionsOfAnArticle() {
        for (var headline : HEADLINES) {
            assertThat(clean("daily.example/live", headline, own(0)).removed()).isEmpty();
        }
    }

    @Test
    void learnsNothingFromACopyUnderAnotherHeadline() {
        clean(0);
        clean("daily.example/again", HEADLINES.get(1), own(0));
        clean("daily.example/and-again", HEADLINES.get(2), own(0));
        assertThat(clean("daily.example/quoting", HEADLINES.get(3), with(own(3), own(0).get(0)))
                        .removed())
                .isEmpty();
    }

    @Test
    void keepsTheSentencesOfASeries() {
        var series = List.of("Gold rose by %d percent.", "Silver fell by %d percent.", "Analysts expect %d more.");
        for (int week = 0; week < 5; week++) {
            int figure = week + 10;
            var text = new ArrayList<>(own(week));
            series.forEach(sentence -> text.add(String.format(sentence, figure)));
            assertThat(clean("daily.example/week/" + week, HEADLINES.get(week), text)
                            .removed())
                    .isEmpty();
        }
    }

    @Test
    void keepsASeriesUnderOneHeadline() {
        for (int week = 0; week < 5; week++) {
            var text = with(own(week), "The figures come from the exchange.");
            assertThat(clean("daily.example/week/" + week, "Markets in week " + week, text)
                            .removed())
                    .isEmpty();
        }
    }

    @Test
    void neverTakesMostOfAnArticle() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        var shortText = List.of("Two words.", NEWSLETTER);
        assertThat(clean("daily.example/short", HEADLINES.get(2), shortText))
                .isEqualTo(new Cleaned(shortText, List.of()));
    }

    @Test
    void keepsTheStructureOfATestAndItsNumbers() {
        for (int article = 0; article < 4; article++) {
            var text = new ArrayList<>(List.of("1.", "Pros", "2.", "Pros", "3.", "Pros", NEWSLETTER));
            text.addAll(own(article));
            assertThat(clean("daily.example/test/" + article, HEADLINES.get(article), text)
                            .removed())
                    .isEqualTo(article < 2 ? List.of() : List.of(NEWSLETTER));
        }
    }

    @Test
    void keepsEachSiteApart() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        assertThat(memory.clean(
                                "other.example",
                                "other.example/1",
                                now,
                                HEADLINES.get(2),
                                with(own(2), NEWSLETTER),
                                store)
                        .removed())
                .isEmpty();
    }

    @Test
    void forgetsWhatWasNotSeenForThirtyDays() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        now = now.plus(SiteMemory.MEMORY).plus(Duration.ofHours(1));
        assertThat(clean(2, NEWSLETTER).removed()).isEmpty();
    }

    @Test
    void remembersWhatIsSeenAgainAndAgain() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        now = now.plus(Duration.ofDays(25));
        clean(2, NEWSLETTER);
        now = now.plus(Duration.ofDays(25));
        assertThat(clean(3, NEWSLETTER).removed()).containsExactly(NEWSLETTER);
    }

    @Test
    void leavesArticlesWithoutHeadlineAlone() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        assertThat(clean("daily.example/untitled", "", with(own(2), NEWSLETTER)).removed())
                .isEmpty();
    }

    @Test
    void tellsASweepWhatIsForgotten() {
        clean(0, NEWSLETTER);
        var block = store.blocks(SITE).values().iterator().next();
        assertThat(SiteMemory.isForgotten(block, now.plus(SiteMemory.MEMORY))).isFalse();
        assertThat(SiteMemory.isForgotten(block, now.plus(SiteMemory.MEMORY).plusSeconds(60)))
                .isTrue();
    }

    @Test
    void keepsWhatIsBeyondTheParagraphsItLooksAt() {
        clean(0, NEWSLETTER);
        clean(1, NEWSLETTER);
        var text = new ArrayList<>(Collections.nCopies(SiteMemory.MAX_PARAGRAPHS, "One line of a very long list."));
        text.add(NEWSLETTER);
        assertThat(clean("daily.example/list", HEADLINES.get(2), text).kept()).isEqualTo(text);
        assertThat(store.blocks(SITE)).hasSizeLessThan(10);
    }

    @Test
    void staysBoundedAndKeepsWhatComesBack() {
        for (int article = 0; article < 600; article++) {
            now = now.plus(Duration.ofMinutes(10));
            int number = article;
            var text = new ArrayList<>(IntStream.range(0, 20)
                    .mapToObj(line -> "This is line " + line + " of article " + number + " and of no other one.")
                    .toList());
            text.add(NEWSLETTER);
            clean("daily.example/" + article, HEADLINES.get(article % HEADLINES.size()), text);
            assertThat(store.count(SITE)).isLessThanOrEqualTo(SiteMemory.MAX_BLOCKS);
        }
        assertThat(store.blocks(SITE)).hasSize(store.count(SITE)).hasSizeGreaterThan(SiteMemory.MAX_BLOCKS / 2);
        assertThat(clean("daily.example/last", "Something else entirely", with(own(0), NEWSLETTER))
                        .removed())
                .containsExactly(NEWSLETTER);
    }

    private Cleaned clean(int article, String... more) {
        return clean("daily.example/article/" + article, HEADLINES.get(article), with(own(article), more));
    }

    private Cleaned clean(String urlKey, String headline, List<String> paragraphs) {
        now = now.plusSeconds(60);
        return memory.clean(SITE, urlKey, now, headline, paragraphs, store);
    }

    private static List<String> own(int article) {
        var words = HEADLINES.get(article);
        return List.of(
                words + ", the town council said on the first day of a long week of talks and visits.",
                "People who had waited for this a long time came early, and said so: " + words + ".",
                "What comes next is open; " + words + ", and that is all that can be said for now.");
    }

    private static List<String> with(List<String> paragraphs, String... more) {
        var all = new ArrayList<>(paragraphs);
        all.addAll(List.of(more));
        return all;
    }
}
