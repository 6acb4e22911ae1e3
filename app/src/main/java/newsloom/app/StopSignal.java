package newsloom.app;

import java.time.Duration;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that made this, and gives it time to put things away before the process ends. Close it when that thread
 * no longer waits for an end.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Thread hook;

    public StopSignal() {
        var working = Thread.currentThread();
        this.hook = new Thread(() -> stop(working), "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stop(Thread working) {
        working.interrupt();
        try {
            working.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already, by this very signal
        }
    }
}
