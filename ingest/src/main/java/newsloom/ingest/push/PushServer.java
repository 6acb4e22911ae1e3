package newsloom.ingest.push;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.PageSource;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code POST /v1/pages} and {@code GET /v1/openapi.json}. Memory: {@code maxHeldBytes}, and for each of {@value #THREADS} requests at a
 * time a page of the largest size with its JSON. Thread-safe.
 */
public final class PushServer implements AutoCloseable {
    private static final int THREADS = 48;
    private static final String RETRY_SECONDS = "2";

    private final PushSettings settings;
    private final PageIntake intake;
    private final Clock clock;
    private final Javalin server;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private PushServer(PushSettings settings, PageIntake intake, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.intake = intake;
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
        });
    }

    /**
     * Begins to answer.
     *
     * @param producer idempotent, without transactions; closed by whoever made it
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static PushServer start(
            PushSettings settings, Producer<byte[], byte[]> producer, PageRecords records, Clock clock) {
        var push = new PushServer(settings, new PageIntake(producer, records, settings, clock), clock);
        push.server.start();
        return push;
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
    }

    private void pages(Context http) {
        if (!isAllowed(http)) {
            http.header("WWW-Authenticate", "Bearer");
            say(http, 401, "token");
            return;
        }
        var format = PushFormat.of(Objects.requireNonNullElse(http.contentType(), ""));
        if (format.isEmpty()) {
            say(http, 415, "content-type");
        } else if (http.req().getContentLengthLong() > settings.maxRequestBytes()) {
            say(http, 413, "too-large");
        } else if (intake.isBehind()) {
            say(http, 429, "kafka-is-behind");
        } else {
            take(http, format.get());
        }
    }

    private void take(Context http, PushFormat format) {
        try (InputStream in = http.bodyInputStream();
                PageSource source = format.open(
                        new RequestBody(
                                in, settings.maxRequestBytes(), settings.patience(), () -> clock.millis() * 1_000_000),
                        settings.reading())) {
            Answer answer = intake.take(source);
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

    private boolean isAllowed(Context http) {
        String token = settings.token();
        byte[] given =
                Objects.requireNonNullElse(http.header("Authorization"), "").getBytes(StandardCharsets.UTF_8);
        return token == null || MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), given);
    }

    private static void say(Context http, int status, String reason) {
        answer(http, status, "{\"reason\":\"" + reason + "\"}");
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
