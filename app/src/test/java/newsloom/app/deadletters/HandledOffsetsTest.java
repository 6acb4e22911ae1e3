package newsloom.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class HandledOffsetsTest {

    @Test
    void beginsWhereThePartitionBegins() {
        var handled = HandledOffsets.of(null, 7);

        assertThat(handled.contains(6)).isTrue();
        assertThat(handled.contains(7)).isFalse();
        assertThat(handled.committed()).isEqualTo(new OffsetAndMetadata(7, ""));
    }

    @Test
    void movesItsOffsetOverWhatIsDoneWithoutGaps() {
        var handled = HandledOffsets.of(null, 0);

        handled.add(2);
        handled.add(1);
        assertThat(handled.committed()).isEqualTo(new OffsetAndMetadata(0, "1-2"));
        handled.add(0);

        assertThat(handled.committed()).isEqualTo(new OffsetAndMetadata(3, ""));
    }

    @Test
    void keepsAnyChoiceOverACommit() {
        var random = new Random(20261122);
        var added = new TreeSet<Long>();
        var handled = HandledOffsets.of(null, 0);
        for (int n = 0; n < 150; n++) {
            long offset = random.nextInt(400);
            added.add(offset);
            handled.add(offset);
            handled = HandledOffsets.of(handled.committed(), 0);
        }
        for (long offset = 0; offset < 400; offset++) {
            assertThat(handled.contains(offset)).as("offset %d", offset).isEqualTo(added.contains(offset));
        }
    }

    @Test
    void takesMarksOfTransactionsForDone() {
        var handled = HandledOffsets.of(null, 0);

        handled.add(0);
        handled.addGap(1, 4);
        handled.add(4);

        assertThat(handled.committed()).isEqualTo(new OffsetAndMetadata(5, ""));
    }

    @Test
    void forgetsWhatRetentionHasTaken() {
        var handled = HandledOffsets.of(new OffsetAndMetadata(3, "5-6,9-9"), 8);

        assertThat(handled.committed()).isEqualTo(new OffsetAndMetadata(8, "9-9"));
    }

    @Test
    void saysWhenThereAreTooManyGaps() {
        var handled = HandledOffsets.of(null, 0);
        for (long offset = 1; offset < 4_000; offset += 2) {
            handled.add(offset);
        }

        assertThatThrownBy(handled::committed).hasMessageContaining("replay or drop the oldest first");
    }

    @Test
    void refusesMetadataOfSomebodyElse() {
        assertThatThrownBy(() -> HandledOffsets.of(new OffsetAndMetadata(3, "mine"), 0))
                .hasMessageContaining("not of this command");
    }
}
