package newsloom.aggregator.story.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryScoresTest {
    @Test
    void equallyGoodStoriesComeByTheirIds() {
        var scores = new StoryScores();
        for (long story : new long[] {7, -3, 0, 12}) {
            scores.add(story, 0.5);
        }
        scores.add(12, 0.25);
        assertThat(scores.best(3, 3, 0)).containsExactly(12, -3, 0);
        assertThat(scores.best(9, 9, 0)).containsExactly(12, -3, 0, 7);
        assertThat(new StoryScores().best(9, 3, 0.5)).isEmpty();
    }

    @Test
    void fewThatLagFarBehindAreLeftOut() {
        var scores = new StoryScores();
        for (int story = 1; story <= 8; story++) {
            scores.add(story, 1.0 / story);
        }
        assertThat(scores.best(9, 2, 0.25)).containsExactly(1, 2, 3, 4);
        assertThat(scores.best(9, 6, 0.25)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(scores.best(3, 2, 0.25)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBestOfThousandsAreThoseThatSortingAllWouldGive(long seed) {
        var random = new Random(seed);
        var scores = new StoryScores();
        Map<Long, Double> sums = new HashMap<>();
        for (int i = 0; i < 8_000; i++) {
            long story = random.nextInt(4) == 0 ? random.nextInt(50) : (long) random.nextInt(6_000) << 40;
            double score = (1 + random.nextInt(9)) / 8.0;
            scores.add(story, score);
            sums.merge(story, score, Double::sum);
        }
        long[] sorted = sums.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(24)
                .mapToLong(Map.Entry::getKey)
                .toArray();
        assertThat(scores.best(24, 24, 0)).isEqualTo(sorted);
    }
}
