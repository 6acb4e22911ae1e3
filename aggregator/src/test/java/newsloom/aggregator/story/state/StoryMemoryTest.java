package newsloom.aggregator.story.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryMemoryTest {
    private static final int LISTS = 60;
    private static final Postings LIST = Postings.NONE.with(5, 1);

    private final HeapShare heap = new HeapShare(60_000);
    private final StoryMemory memory = new StoryMemory(heap);

    @Test
    void whatIsRememberedGivesWayWhenAnotherTaskOpensAndMayGrowAgainWhenThatIsClosed() {
        fill();
        assertThat(remembered()).isEqualTo(LISTS);

        var other = new StoryMemory(heap);
        fill();
        assertThat(remembered()).isBetween(LISTS / 2L, LISTS - 1L);

        other.close();
        fill();
        assertThat(remembered()).isEqualTo(LISTS);
    }

    private void fill() {
        IntStream.range(0, LISTS).forEach(term -> memory.put("en", term, LIST));
    }

    /** How many lists are there without a look into the store; those put last are looked at first, as each miss puts one. */
    private long remembered() {
        return IntStream.iterate(LISTS - 1, term -> term >= 0, term -> term - 1)
                .takeWhile(term -> memory.postings("en", term, missed -> null) != null)
                .count();
    }
}
