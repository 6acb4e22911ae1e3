package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import org.junit.jupiter.api.Test;

/** Stories of what is not a text of some paragraphs in a language with spaces. */
class OtherTextsTest {
    private static final Instant DAY = Instant.parse("2026-11-18T06:00:00Z");

    private final StoryIndex index = new InMemoryStoryIndex();
    private final StoryDecider decider = News.decider();

    private String decide(String id, String language, String title, String text) {
        var article = new ArticleText(
                id, "https://" + id + ".example/news", id + ".example", title, text, language, DAY, News.FETCHED);
        return decider.decide(News.sketch(article), index).storyId();
    }

    @Test
    void textsWithoutSpacesGoTogetherAndApart() {
        String fire = decide(
                "fire",
                "ja",
                "倉庫で火災、住民140人が避難",
                "港町の倉庫で火曜日の夜に火災があり、消防隊が六時間にわたり消火にあたった。屋根は深夜に崩れ落ちた。けが人はいなかったが、近くの住民140人が体育館に避難した。フォークリフトの充電器が原因とみられる。");
        String election = decide(
                "election",
                "ja",
                "与党連合が過半数割れ",
                "首相が率いる与党連合は、山間部の二つの選挙区での再集計の結果、議会で過半数を失った。投票率は71.4パーセントだった。野党の党首は少数政権について協議を求めた。");
        String again = decide(
                "again",
                "ja",
                "港町の倉庫が全焼、屋根が崩れ落ちる",
                "港町の倉庫が一晩で全焼し、住民140人が体育館に避難した。深夜に屋根が崩れ落ちたが、けが人はいなかった。消防隊はフォークリフトの充電器が原因とみて調べている。");
        assertThat(again).isEqualTo(fire).isNotEqualTo(election);
    }

    @Test
    void titlesAloneAreEnough() {
        String fire =
                decide("fire", "en", "Warehouse fire on Marrow Quay forces 140 residents of Port Ellin from homes", "");
        String election = decide("election", "en", "Brandvold loses Norlund majority after recount", "");
        String again = decide("again", "en", "Port Ellin: 140 residents flee as Marrow Quay warehouse burns", "");
        assertThat(again).isEqualTo(fire).isNotEqualTo(election);
    }
}
