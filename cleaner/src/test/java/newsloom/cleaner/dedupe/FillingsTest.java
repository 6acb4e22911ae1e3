package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingsTest {
    private static final String NOTICE =
            "The councillor %s thanked the people who live near %s for their patience while the work at %s goes on until March, and said that the shops are open as usual.";
    private static final String FORECAST = "明天最高气温%s度，最低气温%s度，风力%s级，请市民注意添加衣物。";

    @Test
    void tellsTwoFillingsOfATemplateApart() {
        var one = of(NOTICE.formatted("Ruth Calder", "Oxcombe", "Hexley Lane"));
        var other = of(NOTICE.formatted("Paul Novak", "Durnford", "Tolland Street"));
        assertThat(Fillings.agree(one, other)).isFalse();
        assertThat(Fillings.agree(one, one)).isTrue();
    }

    @Test
    void leavesATextWithOneOtherNameACopy() {
        var one = of(NOTICE.formatted("Ruth Calder", "Oxcombe", "Hexley Lane"));
        var corrected = of(NOTICE.formatted("Ruth Caldor", "Oxcombe", "Hexley Lane"));
        assertThat(Fillings.agree(one, corrected)).isTrue();
    }

    @Test
    void findsNumbersInAScriptWithoutSpaces() {
        assertThat(Fillings.agree(of(FORECAST.formatted(12, 3, 4)), of(FORECAST.formatted(17, 8, 5))))
                .isFalse();
        assertThat(Fillings.agree(of(FORECAST.formatted(12, 3, 4)), of(FORECAST.formatted("１２", 3, 4))))
                .isTrue();
    }

    @Test
    void countsNumbersOnlyWhereNounsHaveCapitals() {
        var text =
                "Beim Unfall auf der Straße nach %s wurde ein %s Jahre alter Fahrer am Freitag verletzt, der Schaden an Wagen und Zaun liegt bei %s Euro, sagte die Polizei.";
        assertThat(Fillings.agree(of(text.formatted("Ellerbach", 34, 2500)), of(text.formatted("Niederau", 71, 9000))))
                .isFalse();
        assertThat(of(text.formatted("Ellerbach", 34, 2500))).hasSize(2);
    }

    @Test
    void comparesATextWithItsOwnCapitals() {
        var text = NOTICE.formatted("Ruth Calder", "Oxcombe", "Hexley Lane") + " It began on 12 May with 40 workers.";
        assertThat(Fillings.agree(of(text), of(text.toUpperCase(Locale.ROOT)))).isTrue();
    }

    @ParameterizedTest(name = "{0} places")
    @ValueSource(ints = {1, 31, 32, 33, 500})
    void keepsABoundedNumberSorted(int places) {
        var prose = new Prose(places);
        var text = new StringBuilder();
        for (int i = 0; i < places; i++) {
            text.append(prose.words(3)).append(' ').append(i).append(' ');
        }
        assertThat(of(text.toString())).hasSizeBetween(1, Fillings.MOST).isSorted();
    }

    @Test
    void findsAnExcerptInTheWhole() {
        var prose = new Prose(7);
        var whole = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            whole.append(prose.words(6)).append(" Name").append(i).append(' ');
        }
        var excerpt = whole.substring(0, whole.length() / 4);
        assertThat(Fillings.agree(of(excerpt), of(whole.toString()))).isTrue();
    }

    private static int[] of(String text) {
        return Fillings.of(List.of(text), Sketcher.MAX_WORDS);
    }
}
