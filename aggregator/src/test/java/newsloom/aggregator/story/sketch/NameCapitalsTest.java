package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.News;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import org.junit.jupiter.api.Test;

class NameCapitalsTest {
    private static final Tokenizer TOKENIZER = new Tokenizer("de");

    @Test
    void leavesThemToTheWordsOfNames() {
        var capitals = new NameCapitals(
                List.of(new Name("Jörn Petzold", Name.Kind.PERSON), new Name("Bad Ostrau", Name.Kind.PLACE)),
                "de",
                TOKENIZER);
        List<Token> words = TOKENIZER.tokens("Die Feuerwehr in Bad Ostrau rettete die Halle, sagte Petzold.");

        List<Token> written = capitals.of(words);

        assertThat(written).hasSameSizeAs(words);
        assertThat(written.stream().filter(Token::capital).map(Token::surface))
                .containsExactly("Bad", "Ostrau", "Petzold");
    }

    @Test
    void germanNounsAreNoNamesOfASketch() {
        String text =
                "Die Feuerwehr hat in der Nacht zum Freitag eine Halle in Ostrau gerettet. Der Schaden ist groß, sagte Jörn Petzold, der die "
                        + "Feuerwehr führt. In Ostrau war der Rauch noch am Morgen zu sehen.";
        ArticleText article = News.article("a", "Halle in Ostrau gerettet", text, "2026-11-20T07:10:00Z", 0);

        Sketch sketch = News.sketch(new ArticleText(
                article.id(),
                article.url(),
                article.site(),
                article.title(),
                article.text(),
                "de",
                article.published(),
                article.fetchTime()));

        assertThat(names(sketch))
                .contains(NameCounts.nameKey("ostrau"))
                .doesNotContain(NameCounts.nameKey("feuerwehr"));
        assertThat(sketch.openingNames().contains(NameCounts.nameKey("ostrau"))).isTrue();
        assertThat(sketch.openingNames().contains(NameCounts.nameKey("halle"))).isFalse();
    }

    @Test
    void japaneseNamesAreNamesOfASketch() {
        String text = "北浜市の倉庫で9日未明に火災があり、消防車14台が出動した。北浜市の森川恵子市長によると、けが人はいない。森川恵子さんは現場を訪れ、住民に避難所の利用を呼びかけた。";

        Sketch sketch = News.sketch(new ArticleText(
                "a", "https://a.example/news", "a.example", "北浜市で倉庫火災", text, "ja", News.FETCHED, News.FETCHED));

        assertThat(names(sketch))
                .contains(NameCounts.nameKey("北浜"), NameCounts.nameKey("恵子"))
                .doesNotContain(NameCounts.nameKey("倉庫"), NameCounts.nameKey("火災"));
        assertThat(sketch.openingNames().contains(NameCounts.nameKey("北浜"))).isTrue();
        assertThat(sketch.openingNames().contains(NameCounts.nameKey("消防"))).isFalse();
    }

    @Test
    void koreanNamesOfASketchHaveNoParticles() {
        Sketch sketch = korean("화남시의 한 창고에서 불이 나 화남소방서가 출동했다. 화남시는 주민들에게 알렸고 불은 두 시간 만에 꺼졌다.");
        Sketch other = korean("화남 창고 화재는 두 시간 만에 꺼졌다고 화남소방서는 밝혔다. 창고에 있던 직원 세 명은 모두 대피했다.");

        assertThat(names(sketch)).contains(NameCounts.nameKey("화남")).doesNotContain(NameCounts.nameKey("창고에서"));
        assertThat(other.openingNames().contains(NameCounts.nameKey("화남"))).isTrue();
    }

    private static Sketch korean(String text) {
        return News.sketch(new ArticleText(
                "a", "https://a.example/news", "a.example", "창고 화재", text, "ko", News.FETCHED, News.FETCHED));
    }

    private static List<Integer> names(Sketch sketch) {
        return IntStream.range(0, sketch.names().size())
                .mapToObj(sketch.names()::key)
                .toList();
    }
}
