package newsloom.ingest.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.PageSource;
import newsloom.runtime.metrics.Metrics;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/pages}, {@code GET /v1/openapi.json} and {@code GET /metrics}. Memory: {@code maxHeldBytes}, and for each of {@value #THREADS} requests at a
 * time a page of the largest size with its JSON. Thread-safe.
 */
public final class PushServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 48;
    private static final String RETRY_SECONDS = "2";
    private static final int MAX_KEY_CHARS = 255;

    private final PushSettings settings;
    private final PageIntake intake;
    private final KnownSchema schema;
    private final Metrics metrics;
    private final Clock clock;
    private final Javalin server;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private PushServer(PushSettings settings, PageIntake intake, KnownSchema schema, Metrics metrics, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.intake = intake;
        this.schema = schema;
        this.metrics = metrics;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = Long.MAX_VALUE; // bodies are streamed and bounded here
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
            config.jetty.addConnector((jetty, http) -> {
                var connector = new ServerConnector(jetty, 1, 1);
                connector.setHost(settings.host());
                connector.setPort(settings.port());
                connector.setIdleTimeout(settings.patience().toMillis());
                return connector;
            });
            config.routes.post("/v1/pages", this::pages);
            config.routes.get("/v1/openapi.json", PushServer::openApi);
            config.routes.get("/metrics", this::metrics);
        });
    }

    /**
     * Begins to answer.
     *
     * @param producer idempotent, without transactions; closed by whoever made it
     * @param metrics told at {@code GET /metrics}, to those who know the token
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static PushServer start(
            PushSettings settings,
            Producer<byte[], byte[]> producer,
            PageRecords records,
            Clock clock,
            Metrics metrics) {
        var intake = new PageIntake(producer, records, settings, clock, metrics.registry());
        var schema = KnownSchema.ask(records, settings.kafkaPatience());
        var push = new PushServer(settings, intake, schema, metrics, clock);
        try {
            push.server.start();
            return push;
        } catch (RuntimeException e) {
            schema.close();
            throw e;
        }
    }

    /** Whether pages can be made into records; a broker that is away is met by the requests. */
    public boolean isReady() {
        return schema.isKnown();
    }

    /** Where it answers. */
    public String url() {
        return "http://" + settings.host() + ":" + server.port();
    }

    /** Pages that Kafka has acknowledged. */
    public long accepted() {
        return accepted.get();
    }

    /** Pages that were wrong. */
    public long refused() {
        return refused.get();
    }

    /** Lets running requests end, and takes no more. */
    @Override
    public void close() {
        server.stop();
        schema.close();
    }

    private void pages(Context http) {
        long begin = clock.millis();
        try {
            handOver(http);
            if (http.statusCode() != 408 && http.header("Expect") == null) {
                discardRest(http);
            }
        } finally {
            intake.meters().answered(http.statusCode(), clock.millis() - begin);
        }
    }

    private void metrics(Context http) {
        if (isAllowed(http)) {
            http.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
        } else {
            askForToken(http);
        }
    }

    private void handOver(Context http) {
        if (!isAllowed(http)) {
            askForToken(http);
            return;
        }
        String key = http.header("Idempotency-Key");
        var format = PushFormat.of(Objects.requireNonNullElse(http.contentType(), ""));
        if (format.isEmpty()) {
            say(http, 415, "content-type");
        } else if (key != null && (key.isBlank() || key.length() > MAX_KEY_CHARS)) {
            say(http, 400, "idempotency-key");
        } else if (http.req().getContentLengthLong() > settings.maxRequestBytes()) {
            say(http, 413, "too-large");
        } else if (intake.isFull()) {
            boolean behind = intake.kafkaGoesOn();
            say(http, behind ? 429 : 503, behind ? "kafka-is-behind" : "kafka");
        } else if (!schema.isKnown()) {
            say(http, 503, "registry", schema.problem());
        } else {
            take(http, format.get(), key);
        }
    }

    private void take(Context http, PushFormat format, @Nullable String key) {
        try (PageSource source = format.open(body(http), settings.reading())) {
            Answer answer = intake.take(source, key);
            accepted.addAndGet(answer.count("accepted"));
            refused.addAndGet(answer.count("refused"));
            answer(http, answer.httpStatus(), answer.json());
        } catch (TooLargeException e) {
            say(http, 413, "too-large");
        } catch (SlowClientException e) {
            say(http, 408, "too-slow");
        } catch (BrokenOffException e) {
            say(http, 408, "broken-off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say(http, 503, "stopping");
        } catch (IOException e) { // no format begins like that
            say(http, 400, "unreadable");
        }
    }

    /**
     * Reads what a refused client still sends, as much again as a request may have: a connection closed on unread bytes is reset, and many clients then never
     * see the answer (RFC 9112, section 9.6). Not for those who hold their body back until they are asked for it.
     */
    private void discardRest(Context http) {
        try (InputStream rest = body(http)) {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (
                IOException e) { // it sends on without end, stands still or is gone: it is answered, and its connection
            // closed
        }
    }

    private InputStream body(Context http) {
        return new RequestBody(
                http.bodyInputStream(),
                settings.maxRequestBytes(),
                settings.patience(),
                () -> clock.millis() * 1_000_000);
    }

    private boolean isAllowed(Context http) {
        String token = settings.token();
        byte[] given =
                Objects.requireNonNullElse(http.header("Authorization"), "").getBytes(StandardCharsets.UTF_8);
        return token == null || MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), given);
    }

    private static void askForToken(Context http) {
        http.header("WWW-Authenticate", "Bearer");
        say(http, 401, "token");
    }

    private static void say(Context http, int status, String reason) {
        answer(http, status, JSON.createObjectNode().put("reason", reason).toString());
    }

    private static void say(Context http, int status, String reason, String detail) {
        answer(
                http,
                status,
                JSON.createObjectNode()
                        .put("reason", reason)
                        .put("detail", detail)
                        .toString());
    }

    private static void answer(Context http, int status, String json) {
        if (status == 429 || status == 503) {
            http.header("Retry-After", RETRY_SECONDS);
        }
        http.status(status).contentType("application/json").result(json);
    }

    private static void openApi(Context http) throws IOException {
        try (InputStream in = PushServer.class.getResourceAsStream("openapi.json")) {
            http.contentType("application/json")
                    .result(Objects.requireNonNull(in).readAllBytes());
        }
    }
}
