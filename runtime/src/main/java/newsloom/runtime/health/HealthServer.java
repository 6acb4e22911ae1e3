package newsloom.runtime.health;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;
import newsloom.runtime.metrics.Metrics;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers {@code GET /livez} and {@code GET /readyz} on the loopback address: 200 and {@code ok}, or 503 and {@code no}; and {@code GET /metrics}. A service that lives but is not ready
 * is starting, restoring or moving its tasks: it must not be restarted for that. Thread-safe.
 */
public final class HealthServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 6; // an acceptor, a selector and a few that answer

    private final Javalin server;

    private HealthServer(Javalin server) {
        this.server = server;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 chooses a free one
     * @param live false when only a restart helps
     * @param ready whether it works now
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static HealthServer start(int port, BooleanSupplier live, BooleanSupplier ready, Metrics metrics) {
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 1);
            config.routes.get("/livez", http -> answer(http, live.getAsBoolean()));
            config.routes.get("/readyz", http -> answer(http, ready.getAsBoolean()));
            config.routes.get(
                    "/metrics", http -> http.contentType(Metrics.MEDIA_TYPE).result(metrics.text()));
        });
        return new HealthServer(server.start(HOST, port));
    }

    private static void answer(Context http, boolean good) {
        http.status(good ? 200 : 503).contentType("text/plain").result(good ? "ok" : "no");
    }

    /** Where it answers. */
    public String url() {
        return "http://" + HOST + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
