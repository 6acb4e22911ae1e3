package newsloom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    private static final String TOPIC = "kept";
    private static final int LARGE_RECORD_BYTES = 8 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void keepsRecordsOverARestartOnAnotherPort() throws Exception {
        int firstPort;
        try (var broker = LocalBroker.start(folder, 0)) {
            firstPort = broker.port();
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), 3, 10);
        }
        try (var broker = LocalBroker.start(folder, 0)) {
            assertThat(broker.port()).isNotEqualTo(firstPort);
            assertThat(count(broker)).isEqualTo(3);
            send(broker.bootstrapServers(), 2, 10);
            assertThat(count(broker)).isEqualTo(5);
        }
    }

    @Test
    void startsQuicklyAfterAKillWithEveryAcknowledgedRecord() throws Exception {
        var child = ChildBroker.start(folder);
        createTopic(child.bootstrapServers());
        send(child.bootstrapServers(), 500, 1000);
        child.kill();

        long start = System.nanoTime();
        try (var broker = LocalBroker.start(folder, 0)) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            assertThat(count(broker)).isEqualTo(500);
        }
    }

    @Test
    void takesARecordOfEightMebibytes() throws Exception {
        try (var broker = LocalBroker.start(folder, 0)) {
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), 1, LARGE_RECORD_BYTES);
            assertThat(count(broker)).isEqualTo(1);
        }
    }

    @Test
    void namesTheFolderThatIsInUse() {
        try (var broker = LocalBroker.start(folder, 0)) {
            assertThatThrownBy(() -> LocalBroker.start(broker.folder(), 0))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        LocalBroker.start(folder, 0).close(); // the failed start gave the folder back
    }

    private static void createTopic(String servers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(String servers, int records, int bytes) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "max.request.size", 2 * LARGE_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = Stream.generate(() -> new ProducerRecord<byte[], byte[]>(TOPIC, new byte[bytes]))
                    .limit(records)
                    .map(producer::send)
                    .toList();
            producer.flush();
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    private static int count(LocalBroker broker) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        var partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            int count = 0;
            while (consumer.position(partition) < end) {
                count += consumer.poll(Duration.ofMillis(200)).count();
            }
            return count;
        }
    }
}
