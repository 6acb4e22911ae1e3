package newsloom.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    /** Every third letter of a flood, and every second one by chance. */
    @Test
    void keepsManyGapsOverACommit() {
        var random = new Random(20261128);
        var added = new TreeSet<Long>();
        var handled = HandledOffsets.of(null, 0);
        for (long offset = 1; offset < 60_000; offset++) {
            if (offset < 50_000 ? offset % 3 == 0 : random.nextBoolean()) {
                added.add(offset);
                handled.add(offset);
            }
        }

        var read = HandledOffsets.of(handled.committed(), 0);

        assertThat(handled.committed().metadata()).hasSizeLessThan(4_096);
        for (long offset = 0; offset < 60_000; offset++) {
            assertThat(read.contains(offset)).as("offset %d", offset).isEqualTo(added.contains(offset));
        }
    }

    @Test
    void saysWhenThereAreTooManyGaps() {
        var random = new Random(20261129);
        var handled = HandledOffsets.of(null, 0);
        for (long offset = 1; offset < 100_000; offset++) {
            if (random.nextBoolean()) {
                handled.add(offset);
            }
        }

        assertThatThrownBy(handled::committed).hasMessageContaining("replay or drop the oldest first");
    }

    @Test
    void refusesMetadataOfSomebodyElse() {
        for (var metadata : List.of("mine", "z:mine", "z:%%")) {
            assertThatThrownBy(() -> HandledOffsets.of(new OffsetAndMetadata(3, metadata), 0))
                    .hasMessageContaining("not of this command");
        }
    }
}
