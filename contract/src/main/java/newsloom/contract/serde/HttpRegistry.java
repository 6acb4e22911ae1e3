package newsloom.contract.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Client of a registry that speaks Confluent's REST interface. Thread-safe. Ids and schemas are asked for once.
 *
 * <p>Only what the registry itself says, JSON with one of its error codes, is about a schema or the record that names it. Anything else, from no answer at all to a proxy's page
 * with status 200, is an outage: asked again for {@link #PATIENCE}, or given up at once where access is refused, and then a {@link RegistryUnavailableException}.
 */
public final class HttpRegistry implements SchemaRegistry {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int MOST_QUOTED_CHARACTERS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record SubjectSchema(String subject, Schema schema) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final Duration patience;
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** @param url where the registry is, such as {@code http://localhost:8081} */
    public HttpRegistry(String url) {
        this(url, PATIENCE);
    }

    HttpRegistry(String url, Duration patience) {
        this.patience = patience;
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
        return ask(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", MEDIA_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                HttpRegistry::id);
    }

    private Schema fetch(int id) {
        String json = ask(
                HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)).GET(), HttpRegistry::avro);
        try {
            return new Schema.Parser().parse(json);
        } catch (AvroRuntimeException e) {
            throw new SerializationException("the schema with id " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Asks until there is an answer in which {@code wanted} finds what it looks for. */
    private <T> T ask(HttpRequest.Builder builder, Function<JsonNode, Optional<T>> wanted) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(10)).build();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                JsonNode answer = json(response.body());
                refuse(response, answer);
                if (response.statusCode() == 200) {
                    Optional<T> found = wanted.apply(answer);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
                pauseUnlessLate(deadline, noAnswer(response), null);
            } catch (IOException e) {
                pauseUnlessLate(deadline, "the schema registry at " + request.uri() + " does not answer: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryUnavailableException("interrupted while asking " + request.uri(), e);
            }
        }
    }

    /** Throws for an answer that another try cannot change. */
    private static void refuse(HttpResponse<String> response, JsonNode answer) {
        int status = response.statusCode();
        int code = answer.path("error_code").asInt();
        if ((status == 409 || status == 422) && code != 0) {
            throw new IncompatibleSchemaException(response.uri() + " refuses the schema: " + quote(response.body()));
        }
        if (status == 404 && code == SCHEMA_NOT_FOUND) {
            throw new SerializationException("no schema at " + response.uri());
        }
        if (status == 401 || status == 403) {
            throw new RegistryUnavailableException(noAnswer(response));
        }
    }

    private static Optional<Integer> id(JsonNode answer) {
        return Optional.of(answer.path("id"))
                .filter(id -> id.isInt() && id.intValue() > 0)
                .map(JsonNode::intValue);
    }

    /** Schemas of other kinds, which the registry names, are answers, too: they just cannot be read here. */
    private static Optional<String> avro(JsonNode answer) {
        return Optional.ofNullable(answer.path("schema").textValue());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String noAnswer(HttpResponse<String> response) {
        return "the schema registry at " + response.uri() + " answers as no registry does: status "
                + response.statusCode() + ", " + quote(response.body());
    }

    /** The beginning of what somebody answers, in one line without control characters. */
    private static String quote(String body) {
        String start = body.substring(0, Math.min(body.length(), MOST_QUOTED_CHARACTERS));
        return '"' + start.replaceAll("[\\p{C}\\s]+", " ").strip() + (start.length() < body.length() ? "…" : "") + '"';
    }

    private static void pauseUnlessLate(long deadline, String message, @Nullable Throwable cause) {
        if (System.nanoTime() - deadline > 0) {
            throw cause == null
                    ? new RegistryUnavailableException(message)
                    : new RegistryUnavailableException(message, cause);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
