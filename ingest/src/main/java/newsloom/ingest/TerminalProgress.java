package newsloom.ingest;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress as one line that is written over again, for a terminal. Call {@link #close()} before anything else is written. */
public final class TerminalProgress implements ProgressListener, AutoCloseable {
    private final PrintStream out;
    private int width;

    public TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void progress(Progress progress) {
        String line = line(progress);
        int blanks = Math.max(0, width - line.length());
        width = line.length();
        out.print("\r" + line + " ".repeat(blanks));
        out.flush();
    }

    /** Leaves the last state on its line. */
    @Override
    public void close() {
        if (width > 0) {
            out.println();
            width = 0;
        }
    }

    /** {@code 12 300 pages · 1 230.0 MB · 410 pages/s · 37 % · 0:42 left · 2 lost}. */
    static String line(Progress progress) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%d pages · %.1f MB · %.0f pages/s",
                progress.pagesSent(),
                progress.bytesSent() / 1e6,
                progress.pagesPerSecond()));
        if (progress.bytesTotal() > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    " · %.0f %%",
                    100.0 * Math.min(1, (double) progress.bytesRead() / progress.bytesTotal())));
        }
        progress.timeLeft()
                .ifPresent(left -> line.append(" · ").append(clock(left)).append(" left"));
        if (progress.sentBefore() > 0) {
            line.append(" · ").append(progress.sentBefore()).append(" sent before");
        }
        if (progress.losses() > 0) {
            line.append(" · ").append(progress.losses()).append(" lost");
        }
        return line.toString();
    }

    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutesPart(), left.toSecondsPart());
    }
}
