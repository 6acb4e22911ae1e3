package newsloom.cleaner.extract.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final String SENTENCE = "The harbour was opened again on Monday after nine long years of work.\n";
    private static final String MENU = "Sport\nWeather\nMarkets\nCulture\nTravel\n";

    @Test
    void partsRunningTextWhereManyOtherLinesStandBetween() {
        Stretches stretches = stretches(SENTENCE + MENU + SENTENCE + "Heading\n" + SENTENCE + MENU);

        assertThat(stretches.size()).isEqualTo(2);
        assertThat(List.of(stretches.from(0), stretches.to(0), stretches.from(1), stretches.to(1)))
                .containsExactly(0, 1, 6, 9);
        assertThat(stretches.heaviest()).isEqualTo(1);
        assertThat(List.of(stretches.from(-1), stretches.to(-1), stretches.from(2), stretches.to(2)))
                .containsExactly(0, 0, 14, 14);
    }

    @Test
    void givesALineBetweenTwoStretchesToTheNearerOne() {
        Stretches stretches = stretches(MENU + SENTENCE + MENU + SENTENCE + MENU);

        assertThat(List.of(stretches.nearest(0), stretches.nearest(5), stretches.nearest(6), stretches.nearest(10)))
                .containsExactly(0, 0, 0, 1);
        assertThat(stretches.nearest(16)).isEqualTo(1);
    }

    @Test
    void hasNoneOnAPageWithoutRunningText() {
        Stretches stretches = stretches(MENU);

        assertThat(stretches.size()).isZero();
        assertThat(stretches.heaviest()).isEqualTo(Stretches.NONE);
        assertThat(stretches.nearest(3)).isEqualTo(Stretches.NONE);
    }

    private static Stretches stretches(String page) {
        List<TextLine> lines = TextLines.read(page, 100);
        return new Stretches(lines, new PassageSums(lines));
    }
}
