package newsloom.app.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks work to end at Ctrl-C or SIGTERM and lets it end, for 30 s at most, before the process does. Close it when the work has ended. */
final class StopAtSignal implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks the work to end; must return at once */
    StopAtSignal(Runnable stop) {
        hook = new Thread(() -> await(stop), "stop-at-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(Runnable stop) {
        stop.run();
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("The work has not ended in " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already, by this very signal
        }
    }
}
