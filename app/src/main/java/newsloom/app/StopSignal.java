package newsloom.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that made this, and gives it time to put things away before the process ends. Close it when all is put away:
 * name it first in a try-with-resources.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook;

    public StopSignal() {
        var working = Thread.currentThread();
        this.hook = new Thread(() -> stop(working), "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Thread working) {
        working.interrupt();
        try {
            if (!putAway.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(StopSignal.class).warn("Not everything is put away after {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already, by this very signal
        }
    }
}
