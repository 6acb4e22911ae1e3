package newsloom.app.records;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import newsloom.contract.Topic;
import newsloom.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Every public topic as a file {@code <topic>.jsonl}, a committed record a line, partition after partition. Of compacted topics the last value of each key
 * that has one. A file appears when it is whole. Costs one pass over each topic, two over a compacted one, and memory for the keys of a compacted partition.
 */
public final class TopicFiles {
    /** Straight into the file: a value of many megabytes is no string in between. */
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final TopicReader reader;
    private final RecordJson json;

    /** @param reader used, not closed */
    public TopicFiles(TopicReader reader, RecordJson json) {
        this.reader = reader;
        this.json = json;
    }

    /** Writes into {@code folder}, which is made where it is missing; files of earlier runs are replaced. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var topic : Topics.newTopics(1, (short) 1)) {
            write(topic.name(), folder);
        }
    }

    private void write(String topic, Path folder) throws IOException {
        var part = folder.resolve(topic + ".jsonl.part");
        boolean compacted = Topics.byName(topic).map(Topic::compacted).orElse(false);
        try (var out = Files.newBufferedWriter(part)) {
            for (var partition : reader.partitions(topic)) {
                if (compacted) {
                    writeLast(partition, out);
                } else {
                    reader.readToEnd(partition, record -> writeLine(record, out));
                }
            }
        }
        Files.move(part, folder.resolve(topic + ".jsonl"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeLast(TopicPartition partition, BufferedWriter out) {
        Map<ByteBuffer, Long> last = new HashMap<>();
        reader.readToEnd(partition, record -> last.put(ByteBuffer.wrap(record.key()), record.offset()));
        reader.readToEnd(partition, record -> {
            var offset = last.get(ByteBuffer.wrap(record.key()));
            if (record.value() != null && offset != null && offset == record.offset()) {
                writeLine(record, out);
            }
        });
    }

    private void writeLine(ConsumerRecord<byte[], byte[]> record, BufferedWriter out) {
        try {
            WRITER.writeValue(out, json.of(record));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
