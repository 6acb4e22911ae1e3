package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SketcherTest {
    private final Sketcher sketcher = new Sketcher();

    @Test
    void comparesLongParagraphsOnly() {
        var prose = new Prose(1).paragraphs(3);
        var plain = sketcher.sketch("a", 0, prose);
        var framed = sketcher.sketch("a", 0, Prose.join(List.of("Home", "Sport 24"), prose, List.of("Read more")));
        assertThat(framed).usingRecursiveComparison().isEqualTo(plain);
        assertThat(plain.words()).isEqualTo(120);
        assertThat(plain.numbers()).isEmpty();
    }

    @Test
    void comparesAllWhenParagraphsAreShort() {
        assertThat(sketcher.sketch("a", 0, List.of("Short line 1", "Short line 2"))
                        .words())
                .isEqualTo(6);
    }

    @Test
    void doesNotJudgeAnArticleOfOneLinersByItsOneLongDisclaimer() {
        var disclaimer = new Prose(1).words(25);
        var lines = new Prose(2);
        var oneLiners = Prose.join(
                List.of(disclaimer),
                Stream.generate(() -> lines.words(10)).limit(10).toList());
        assertThat(sketcher.sketch("a", 0, oneLiners).words()).isEqualTo(125);
    }

    @Test
    void countsAPairOfCharactersAsHalfAWord() {
        assertThat(sketcher.sketch("a", 0, "新".repeat(41)).words()).isEqualTo(20);
    }

    @Test
    void ignoresCaseMarksAndQuotes() {
        assertThat(sketcher.sketch("a", 5, "The “Mayor’s” plan — all of it"))
                .usingRecursiveComparison()
                .isEqualTo(sketcher.sketch("a", 5, "the \"MAYOR'S\" plan, all of it."));
    }

    @Test
    void staysSmallForAnEndlessText() {
        var sketch = sketcher.sketch("a", 0, new Prose(3).paragraphs(1000));
        assertThat(sketch.shingles().length).isLessThanOrEqualTo(Sketcher.MAX_WORDS);
        assertThat(SketchCodec.encode(sketch).length).isLessThan(14_000);
    }

    @Test
    void isEmptyForATextWithoutWords() {
        assertThat(sketcher.sketch("a", 0, " … \n\n * * *").isEmpty()).isTrue();
        assertThat(sketcher.sketch("a", 0, List.of()).isEmpty()).isTrue();
    }
}
