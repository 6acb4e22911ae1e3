package newsloom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA =
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}";
    private static final String INCOMPATIBLE =
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"b\",\"type\":\"int\"}]}";

    @TempDir
    private static Path folder;

    private static LocalBroker broker;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void keepsSchemasAndIdsOverARestart() throws Exception {
        int id;
        try (var registry = LocalRegistry.start(broker, 0)) {
            id = post(registry, "/subjects/kept-value/versions", SCHEMA)
                    .get("id")
                    .asInt();
        }
        try (var registry = LocalRegistry.start(broker, 0)) {
            assertThat(get(registry, "/schemas/ids/" + id).get("schema").asText())
                    .isEqualTo(SCHEMA);
            assertThat(post(registry, "/subjects/kept-value/versions", SCHEMA)
                            .get("id")
                            .asInt())
                    .isEqualTo(id);
            assertThat(post(registry, "/subjects/next-value/versions", INCOMPATIBLE)
                            .get("id")
                            .asInt())
                    .isGreaterThan(id);
        }
    }

    @Test
    void answersWhatToolsAsk() throws Exception {
        try (var registry = LocalRegistry.start(broker, 0)) {
            int id = post(registry, "/subjects/asked-value/versions", SCHEMA)
                    .get("id")
                    .asInt();

            assertThat(get(registry, "/subjects").toString()).contains("\"asked-value\"");
            assertThat(get(registry, "/subjects/asked-value/versions")).hasToString("[1]");
            assertThat(get(registry, "/subjects/asked-value/versions/latest"))
                    .isEqualTo(get(registry, "/subjects/asked-value/versions/1"))
                    .isEqualTo(post(registry, "/subjects/asked-value", SCHEMA));
            assertThat(get(registry, "/schemas/ids/" + id + "/versions").toString())
                    .contains("\"subject\":\"asked-value\"");
            assertThat(get(registry, "/schemas/types")).hasToString("[\"AVRO\"]");
            assertThat(get(registry, "/config").get("compatibilityLevel").asText())
                    .isEqualTo("FULL_TRANSITIVE");
            assertThat(get(registry, "/config/asked-value")).isEqualTo(get(registry, "/config"));
            assertThat(get(registry, "/mode").get("mode").asText()).isEqualTo("READWRITE");
            assertThat(post(registry, "/compatibility/subjects/asked-value/versions/latest", INCOMPATIBLE)
                            .get("is_compatible")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void refusesWithConfluentsCodes() throws Exception {
        try (var registry = LocalRegistry.start(broker, 0)) {
            post(registry, "/subjects/refused-value/versions", SCHEMA);

            assertThat(code(get(registry, "/subjects/nobody/versions"))).isEqualTo(40401);
            assertThat(code(get(registry, "/subjects/refused-value/versions/7")))
                    .isEqualTo(40402);
            assertThat(code(get(registry, "/schemas/ids/4711"))).isEqualTo(40403);
            assertThat(code(post(registry, "/subjects/refused-value/versions", "{}")))
                    .isEqualTo(42201);
            assertThat(code(post(registry, "/subjects/refused-value/versions", INCOMPATIBLE)))
                    .isEqualTo(409);
            assertThat(code(get(registry, "/no/such/path"))).isEqualTo(404);
        }
    }

    @Test
    void readsNoSchemaOfATransactionThatWasAborted() throws Exception {
        try (var registry = LocalRegistry.start(broker, 0)) {
            assertThat(code(get(registry, "/schemas/ids/4712"))).isEqualTo(40403);
        }
        var entry = new RegisteredSchema("aborted-value", 1, 4712, SCHEMA);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "somebody");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(SchemaLog.TOPIC, 0, SchemaRecord.key(entry), SchemaRecord.value(entry)))
                    .get();
            producer.abortTransaction();
        }

        try (var registry = LocalRegistry.start(broker, 0)) {
            assertThat(code(get(registry, "/schemas/ids/4712"))).isEqualTo(40403);
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        try (var registry = LocalRegistry.start(broker, 0)) {
            int port = URI.create(registry.url()).getPort();
            assertThatThrownBy(() -> LocalRegistry.start(broker, port))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining("Port " + port);
        }
    }

    private static int code(JsonNode answer) {
        return answer.get("error_code").asInt();
    }

    private static JsonNode get(LocalRegistry registry, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(registry.url() + path)).build());
    }

    private static JsonNode post(LocalRegistry registry, String path, String schema) throws Exception {
        var body = JSON.createObjectNode().put("schema", schema).toString();
        return send(HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode send(HttpRequest request) throws Exception {
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }
}
