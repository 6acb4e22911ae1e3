package newsloom.ingest;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param pagesSent committed so far
 * @param bytesSent bytes of their bodies
 * @param sentBefore pages passed because earlier runs sent them
 * @param losses so far
 * @param bytesRead of the files
 * @param bytesTotal of all files, -1 where a pipe is among them
 */
public record Progress(
        long pagesSent,
        long bytesSent,
        long sentBefore,
        long losses,
        long bytesRead,
        long bytesTotal,
        Duration elapsed) {

    public double pagesPerSecond() {
        return pagesSent * 1000.0 / Math.max(1, elapsed.toMillis());
    }

    /** Time left at the rate so far; empty where the total is not known or nothing is read yet. */
    public Optional<Duration> timeLeft() {
        return bytesTotal < 0 || bytesRead <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        (long) ((double) elapsed.toMillis() * Math.max(0, bytesTotal - bytesRead) / bytesRead)));
    }
}
