package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.compare.ToldNames;
import newsloom.aggregator.story.state.Frequencies;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.KeySet;
import org.junit.jupiter.api.Test;

class OpeningNamesTest {
    private static final TermTable TABLE = News.TABLES.apply("en");

    private static final TermTable HINDI = News.TABLES.apply("hi");

    private static KeySet names(String title, String text) {
        var tokenizer = new Tokenizer("en");
        List<Token> tokens = tokenizer.tokens(text);
        return OpeningNames.of(tokenizer.tokens(title), tokens, tokens, new CalendarWords("en"), TABLE);
    }

    private static KeySet keys(String words) {
        return KeySet.of(new Tokenizer("en")
                .tokens(words).stream()
                        .mapToInt(token -> NameCounts.nameKey(token.form()))
                        .toArray());
    }

    private static Member member(String title, String text) {
        Sketch sketch = News.sketch("a", title, text, "2026-11-20T07:10:00Z", 0);
        return Member.of(sketch, new Frequencies(TABLE, new InMemoryStoryIndex()));
    }

    @Test
    void areWhatTheTextWritesWithACapitalWithinASentenceButNoDays() {
        String text =
                "Firefighters went to Port Ellin on Tuesday in November. Haines led them, and later chief Haines spoke of the quay "
                        + "and of the long night that all of them had had there.";
        assertThat(names("Firefighters Save The Quay Of Ellin", text)).isEqualTo(keys("Port Ellin Haines"));
    }

    @Test
    void areWhatBeginsSentencesWhereTheTitleHasItAndNobodyWritesItSmall() {
        String text =
                "Tarrant said on Monday that it earned more this quarter. Profits of the maker of pumps rose, and profits may well rise again. "
                        + "Engines sold best.";
        assertThat(names("Tarrant Profits Rise As Pumps Sell", text)).isEqualTo(keys("Tarrant"));
    }

    @Test
    void ofATitleAloneAreAllItsCapitals() {
        assertThat(names("Fire on Marrow Quay", "")).isEqualTo(keys("Fire Marrow Quay"));
    }

    @Test
    void areToldWhereTheOtherHasThemAnywhere() {
        Member fire = member("Fire on Marrow Quay", News.FIRE);
        assertThat(ToldNames.of(fire, member("Again", News.FIRE_AGAIN), TABLE).share())
                .isGreaterThan(0.9);
        assertThat(ToldNames.of(fire, member("Vote", News.ELECTION), TABLE).share())
                .isLessThan(0.1);
    }

    @Test
    void whereNothingHasCapitalsTheWordTellsTheName() {
        Member found = hindi("बिहार के सोनबरसा में बुधवार को ट्रेन पटरी से उतर गई और कई यात्री घायल हो गए।");
        Member withoutCue = hindi("सोनबरसा हादसा: घायल यात्री अस्पताल में हैं और ट्रेन अब भी पटरी पर पड़ी है।");
        Member another = hindi("चंबलोग हादसा: घायल यात्री अस्पताल में हैं और बस अब भी खाई में पड़ी है।");

        assertThat(ToldNames.of(found, withoutCue, HINDI).left()).isZero();
        assertThat(ToldNames.of(found, another, HINDI).told()).isZero();
        assertThat(ToldNames.of(found, another, HINDI).left()).isPositive();
    }

    private static Member hindi(String text) {
        Sketch sketch = News.sketch(new ArticleText(
                "a", "https://a.example/news", "a.example", "हादसा", text, "hi", News.FETCHED, News.FETCHED));
        return Member.of(sketch, new Frequencies(HINDI, new InMemoryStoryIndex()));
    }

    @Test
    void sayHalfWhereThereAreNone() {
        Member nameless = member(
                "rain",
                "it rained all day long and nobody went out, so that the streets were empty at noon and in the evening as well");
        assertThat(ToldNames.of(nameless, member("Fire", News.FIRE), TABLE).share())
                .isCloseTo(0.5, within(1e-9));
    }
}
