package newsloom.cleaner.extract.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final List<String> NAMES = List.of("links", "words");
    private static final BoostedTrees TREES = BoostedTrees.of(
            List.of("feature words", "feature links", "start -1", "tree 0<6.5 =-2 1<0.5 =3 =1", "tree =0.5"), NAMES);

    @Test
    void addsTheLeavesThatTheRowComesTo() {
        assertThat(TREES.score(row(0, 6.5))).isCloseTo(logistic(-1 - 2 + 0.5), within(1e-6));
        assertThat(TREES.score(row(0, 7))).isCloseTo(logistic(-1 + 3 + 0.5), within(1e-6));
        assertThat(TREES.score(row(1, 7))).isCloseTo(logistic(-1 + 1 + 0.5), within(1e-6));
    }

    @Test
    void saysHowFarEachFeatureMovedTheSum() {
        assertThat(TREES.pulls(row(0, 7))).containsExactly(new double[] {1, 2}, within(1e-6));
    }

    @Test
    void refusesAFeatureThatNobodyMeasures() {
        assertThatThrownBy(() -> BoostedTrees.of(List.of("feature colour", "start 0"), NAMES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("colour");
    }

    private static FeatureRow row(double links, double words) {
        FeatureRow row = FeatureRow.named();
        row.put("links", links);
        row.put("words", words);
        return row;
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
