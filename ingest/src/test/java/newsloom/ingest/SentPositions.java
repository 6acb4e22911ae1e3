package newsloom.ingest;

import java.util.List;
import java.util.Map;
import newsloom.ingest.position.Position;
import newsloom.ingest.position.PositionLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a next run finds of the positions that others have committed. */
final class SentPositions {

    private SentPositions() {}

    static Map<String, Position> of(List<ProducerRecord<byte[], byte[]>> committed) {
        var partition = new TopicPartition(PositionLog.TOPIC, 0);
        var records = committed.stream()
                .filter(record -> record.topic().equals(PositionLog.TOPIC))
                .toList();
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.schedulePollTask(() -> {
                for (int i = 0; i < records.size(); i++) {
                    var record = records.get(i);
                    consumer.addRecord(new ConsumerRecord<>(PositionLog.TOPIC, 0, i, record.key(), record.value()));
                }
            });
            return PositionLog.read(consumer, records.size(), source -> true);
        }
    }
}
