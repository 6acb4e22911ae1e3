package newsloom.contract.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Client of a registry that speaks Confluent's REST interface. Thread-safe. Ids and schemas are asked for once; a registry that does not answer
 * is asked again for {@link #PATIENCE} before an exception is thrown.
 */
public final class HttpRegistry implements SchemaRegistry {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record SubjectSchema(String subject, Schema schema) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** @param url where the registry is, such as {@code http://localhost:8081} */
    public HttpRegistry(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.computeIfAbsent(new SubjectSchema(subject, schema), this::register);
    }

    @Override
    public Schema byId(int id) {
        return schemas.computeIfAbsent(id, this::fetch);
    }

    private int register(SubjectSchema wanted) {
        String path = "/subjects/" + URLEncoder.encode(wanted.subject, StandardCharsets.UTF_8) + "/versions";
        String body =
                JSON.createObjectNode().put("schema", wanted.schema.toString()).toString();
        return ask(HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", MEDIA_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("id")
                .asInt();
    }

    private Schema fetch(int id) {
        JsonNode answer = ask(
                HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)).GET());
        return new Schema.Parser().parse(answer.path("schema").asText());
    }

    private JsonNode ask(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(10)).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    return answer(request, response.statusCode(), response.body());
                }
                pauseUnlessLate(deadline, request, "status " + response.statusCode(), null);
            } catch (IOException e) {
                pauseUnlessLate(deadline, request, e.toString(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryUnavailableException("interrupted while asking " + request.uri(), e);
            }
        }
    }

    private static JsonNode answer(HttpRequest request, int status, String body) {
        if (status == 409 || status == 422) {
            throw new IncompatibleSchemaException(request.uri() + " refuses the schema: " + body);
        }
        if (status >= 400) {
            throw new SerializationException(request.uri() + " answers " + status + ": " + body);
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new SerializationException(request.uri() + " answers no JSON: " + e.getMessage(), e);
        }
    }

    private static void pauseUnlessLate(long deadline, HttpRequest request, String why, @Nullable Throwable cause) {
        if (System.nanoTime() > deadline) {
            String message = "the schema registry at " + request.uri() + " does not answer: " + why;
            throw cause == null
                    ? new RegistryUnavailableException(message)
                    : new RegistryUnavailableException(message, cause);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
