package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newsloom.runtime.streams.OtherFormException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final int LAST_WINDOW = Character.MAX_VALUE;

    @Test
    void keepsReferencesInOrderAndOnce() {
        byte[] postings = with(with(with(null, at(5, 7)), at(LAST_WINDOW, -1)), at(5, 7));
        assertThat(Postings.decode(postings)).containsExactly(at(5, 7), at(LAST_WINDOW, -1));
    }

    @Test
    void keepsOneTextInTwoWindows() {
        assertThat(Postings.decode(with(with(null, at(5, 7)), at(6, 7)))).containsExactly(at(5, 7), at(6, 7));
    }

    @Test
    void stopsAtTheLimit() {
        byte[] postings = null;
        for (int i = 0; i < 20; i++) {
            postings = with(postings, at(5, i));
        }
        assertThat(Postings.decode(postings)).hasSize(16).startsWith(at(5, 0)).endsWith(at(5, 15));
    }

    @Test
    void countsForTheLimitWhatIsSeenOnly() {
        byte[] postings = null;
        for (int i = 0; i < 16; i++) {
            postings = with(postings, at(5, i));
        }
        byte[] grown = Postings.with(postings, at(9, 0), 6, 0, 16);
        assertThat(Postings.decode(grown)).hasSize(17).endsWith(at(9, 0));
    }

    @Test
    void leavesOutWhatNobodySeesAnyMore() {
        byte[] postings = with(with(null, at(5, 1)), at(6, 1));
        assertThat(Postings.decode(Postings.with(postings, at(9, 1), 7, 6, 16))).containsExactly(at(6, 1), at(9, 1));
    }

    @Test
    void tellsTheYoungestWindow() {
        assertThat(Postings.youngest(with(with(null, at(LAST_WINDOW, 1)), at(6, -1))))
                .isEqualTo(LAST_WINDOW);
    }

    @Test
    void holdsNothingAtFirst() {
        assertThat(Postings.decode(null)).isEmpty();
    }

    @Test
    void refusesAnUnknownForm() {
        assertThatThrownBy(() -> Postings.decode(new byte[] {1})).isInstanceOf(OtherFormException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Postings.decode(new byte[] {2, 0}));
    }

    private static byte @Nullable [] with(byte @Nullable [] postings, Reference reference) {
        return Postings.with(postings, reference, 0, 0, 16);
    }

    private static Reference at(int window, long number) {
        return new Reference(window, number);
    }
}
