package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.Test;

/** The decision itself is the matter of {@link ScatteredDecisionTest}. */
class SettlementTest {

    @Test
    void evidenceInAnotherFormIsRefused() {
        var document = new Reference(3, 7);
        var evidence = new MemoryKeyValues();
        evidence.put(document.key(), new byte[] {9});
        var settlement = new Settlement(new MemoryKeyValues(), evidence, new MemoryKeyValues(), Duration.ofDays(7));

        assertThatExceptionOfType(OtherFormException.class)
                .isThrownBy(() -> settlement.weigh(new Piece(document, -1, 0, List.of(), null)));
    }
}
