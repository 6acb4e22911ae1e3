package newsloom.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import newsloom.contract.Topics;
import newsloom.testing.Broker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderIT {
    private static final int RECORDS = 30;
    private static final int RECORD_BYTES = 1 << 20; // a few fill what is fetched at once
    private static final int KEPT_FROM = 25;

    /** Else whoever notes what has been read would take it for gone. */
    @Test
    void readsOnWithWhatIsLeftWhereRetentionOvertakesIt() {
        try (var broker = Broker.withNewsTopics(1);
                var reader = new TopicReader(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var random = new Random(7);
            for (int i = 0; i < RECORDS; i++) {
                var value = new byte[RECORD_BYTES];
                random.nextBytes(value);
                broker.produceRaw(Topics.DEAD_LETTERS, new byte[] {1}, value);
            }
            var partition = new TopicPartition(Topics.DEAD_LETTERS, 0);
            List<Long> read = new ArrayList<>();
            reader.readToEnd(partition, record -> {
                if (read.isEmpty()) {
                    deleteBefore(KEPT_FROM, partition, broker);
                }
                read.add(record.offset());
            });

            assertThat(read).contains(0L).doesNotContain(KEPT_FROM - 1L);
            assertThat(read).contains(25L, 26L, 27L, 28L, 29L);
        }
    }

    private static void deleteBefore(long offset, TopicPartition partition, Broker broker) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
