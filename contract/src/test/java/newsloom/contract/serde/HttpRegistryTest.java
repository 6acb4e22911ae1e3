package newsloom.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import newsloom.contract.v1.Page;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the other side is told from a registry by what it answers. */
class HttpRegistryTest {

    private static final Schema PAGE = Page.getClassSchema();

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            asked.incrementAndGet();
            Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpRegistry registry(Duration patience) {
        return new HttpRegistry("http://127.0.0.1:" + server.getAddress().getPort() + "/", patience);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    404 | <html>nothing here</html>
                    404 | {"error_code":404,"message":"no such path"}
                    409 | <html>conflict</html>
                    429 | {"message":"slow down"}
                    500 | {"error_code":50001,"message":"the store is away"}
                    502 | <html>bad gateway</html>
                    200 | <html>please sign in</html>
                    200 | ``
                    200 | {}
                    200 | []
                    200 | {"id":0,"schema":null}
                    200 | {"id":"17","schema":{}}
                    200 | {"id":99999999999,"schema":7}
                    204 | ``
                    302 | ``
                    """)
    void whatNoRegistrySaysIsAnOutage(int status, String body) {
        answers.add(new Answer(status, body));
        var registry = registry(Duration.ofMillis(1));

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("/schemas/ids/7")
                .hasMessageContaining("status " + status)
                .hasMessageContaining(body);
        assertThatThrownBy(() -> registry.idOf("news.pages.v1-value", PAGE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("/subjects/news.pages.v1-value/versions")
                .hasMessageContaining("status " + status);
    }

    @Test
    void anOutageIsAskedAgainUntilItIsOver() {
        answers.add(new Answer(429, "slow down"));
        answers.add(new Answer(200, "<html>please wait</html>"));
        answers.add(new Answer(200, "{\"id\":17}"));

        assertThat(registry(Duration.ofMinutes(1)).idOf("news.pages.v1-value", PAGE))
                .isEqualTo(17);
        assertThat(asked).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Forbidden"})
    void refusedAccessIsToldAtOnce(int status, String body) {
        answers.add(new Answer(status, body));
        var registry = registry(Duration.ofMinutes(1));

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("status " + status);
        assertThatThrownBy(() -> registry.idOf("news.pages.v1-value", PAGE))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSchemaThatIsNotThereOrNotOursIsTheRecordsFault() {
        var registry = registry(Duration.ofMinutes(1));
        answers.add(new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
        answers.add(new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = proto3;\"}"));

        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> registry.byId(8)).isInstanceOf(SerializationException.class);
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"409, 409", "422, 42201"})
    void aSchemaThatTheRegistryRefusesIsNotSentAgain(int status, int code) {
        answers.add(new Answer(status, "{\"error_code\":" + code + ",\"message\":\"no\"}"));

        assertThatThrownBy(() -> registry(Duration.ofMinutes(1)).idOf("news.pages.v1-value", PAGE))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("refuses the schema");
        assertThat(asked).hasValue(1);
    }

    @Test
    void quotesAnAnswerShortlyAndInOneLine() {
        answers.add(new Answer(503, "go\u001b[31m\r\naway\u202e " + "x".repeat(10_000)));

        assertThatThrownBy(() -> registry(Duration.ofMillis(1)).byId(7))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("go [31m away xxx")
                        .doesNotContainPattern("\\p{C}")
                        .hasSizeLessThan(400));
    }

    @Test
    void readsTheSchemaOfAnId() {
        answers.add(new Answer(
                200,
                new ObjectMapper()
                        .createObjectNode()
                        .put("schema", PAGE.toString())
                        .toString()));

        assertThat(registry(Duration.ofMinutes(1)).byId(7)).isEqualTo(PAGE);
    }
}
