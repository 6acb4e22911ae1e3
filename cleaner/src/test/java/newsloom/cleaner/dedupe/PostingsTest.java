package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PostingsTest {
    @Test
    void keepsReferencesInOrderAndOnce() {
        byte[] postings = Postings.with(Postings.with(Postings.with(null, 7, 16), -1, 16), 7, 16);
        assertThat(Postings.decode(postings)).containsExactly(7, -1);
    }

    @Test
    void stopsAtTheLimit() {
        byte[] postings = null;
        for (int i = 0; i < 20; i++) {
            postings = Postings.with(postings, i, 16);
        }
        assertThat(Postings.decode(postings)).hasSize(16).startsWith(0).endsWith(15);
    }

    @Test
    void holdsNothingAtFirst() {
        assertThat(Postings.decode(null)).isEmpty();
    }

    @Test
    void refusesAnUnknownForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Postings.decode(new byte[] {2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Postings.decode(new byte[] {1, 0}));
    }
}
