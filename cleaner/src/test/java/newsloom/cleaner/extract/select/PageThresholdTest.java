package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import org.junit.jupiter.api.Test;

class PageThresholdTest {

    private static final List<TextLine> LINES =
            TextLines.read("The first line of it.\nThe other line of it.\nThe third line of it.\n", 10);

    @Test
    void partsAClearPageAtOneHalf() {
        assertThat(PageThreshold.of(LINES, new double[] {1, 1, 0})).isEqualTo(0.5);
    }

    @Test
    void asksForLessWhereNothingIsSure() {
        // Lines of one length: 2 · 0.4 / (1 + 0.7) is expected of the first alone, 2 · 0.7 / (2 + 0.7) of the first
        // two.
        assertThat(PageThreshold.of(LINES, new double[] {0.4, 0.3, 0})).isCloseTo(0.7 / 2.7, within(1e-9));
    }

    @Test
    void takesNothingThatIsHardlyLikely() {
        assertThat(PageThreshold.of(LINES, new double[] {0.1, 0.1, 0})).isEqualTo(0.2);
        assertThat(PageThreshold.of(List.of(), new double[0])).isEqualTo(0.2);
    }
}
