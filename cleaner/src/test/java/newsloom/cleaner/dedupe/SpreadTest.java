package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import newsloom.cleaner.dedupe.Scattered.Withdrawal;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Duration RETENTION = Duration.ofDays(7);

    private final Spread spread = new Spread(4);
    private final Sketcher sketcher = new Sketcher();

    /** What one task sends to one other comes in order: so what is given out of an article does, its withdrawal included. */
    @Test
    void everythingThatIsGivenOutOfAnArticleComesThroughOneHome() {
        Set<Integer> homes = new HashSet<>();
        for (int article = 0; article < 100; article++) {
            String id = "https://a.example/" + article;
            Reference first = version(id, 1_000, 1);
            Reference second = version(id, 2_000, 2);
            int home = new Verdict(first, null, null, "of no matter").receiver(spread);
            homes.add(home);

            assertThat(second).isNotEqualTo(first);
            assertThat(new Verdict(second, null, null, "of no matter").receiver(spread))
                    .isEqualTo(home);
            assertThat(new Withdrawal(version("https://b.example/", 3_000, 3), id, 3_000).receiver(spread))
                    .isEqualTo(home);
        }
        assertThat(homes).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private Reference version(String id, long timeMs, long place) {
        return Reference.of(sketcher.sketch(id, timeMs, "Some words, the same in each."), place, RETENTION);
    }
}
