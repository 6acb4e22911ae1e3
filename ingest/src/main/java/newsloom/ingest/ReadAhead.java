package newsloom.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources and makes the records on a thread of its own, a few steps ahead: that and the compressing in the producer overlap, and whoever waits for a slow pipe
 * can commit meanwhile. Memory: {@link #STEPS} pages of at most 5 MiB.
 */
final class ReadAhead implements AutoCloseable {
    private static final int STEPS = 16;

    private final Reading reading;
    private final BlockingQueue<Optional<Step>> steps = new ArrayBlockingQueue<>(STEPS);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    ReadAhead(Reading reading) {
        this.reading = reading;
        this.thread = new Thread(this::read, "ingest-reader");
        thread.setDaemon(true);
    }

    ReadAhead start() {
        thread.start();
        return this;
    }

    /** What {@link #poll} found. */
    sealed interface Answer {
        /** The next step. */
        record Next(Step step) implements Answer {}

        /** Nothing in that time. */
        record Nothing() implements Answer {}

        /** All sources are read. */
        record Finished() implements Answer {}
    }

    /** Waits for the next step, at most so long. A failure of the reading thread is thrown here. */
    Answer poll(Duration patience) throws InterruptedException {
        Optional<Step> step = steps.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (step == null) {
            return new Answer.Nothing();
        }
        Throwable thrown = failure;
        if (step.isEmpty() && thrown instanceof KafkaException e) { // the registry does not answer
            throw e;
        }
        if (step.isEmpty() && thrown != null) {
            throw new IllegalStateException("reading failed", thrown);
        }
        return step.<Answer>map(Answer.Next::new).orElseGet(Answer.Finished::new);
    }

    /** Stops reading; a read that hangs on a pipe is left to the end of the process. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
    }

    private void read() {
        try (reading) {
            Optional<Step> step;
            do {
                step = next();
                steps.put(step);
            } while (step.isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // closing a file that was only read
        }
    }

    private Optional<Step> next() {
        try {
            return reading.next();
        } catch (RuntimeException | Error e) { // the thread that polls has to hear of everything
            failure = e;
            return Optional.empty();
        }
    }
}
