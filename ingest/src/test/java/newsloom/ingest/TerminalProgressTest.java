package newsloom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    @Test
    void saysPagesRateAndTimeLeft() {
        var progress = new Progress(1000, 5_000_000, 3, 2, 250, 1000, Duration.ofSeconds(20));
        assertThat(TerminalProgress.line(progress))
                .isEqualTo("1000 pages · 5.0 MB · 50 pages/s · 25 % · 1:00 left · 3 sent before · 2 lost");
    }

    @Test
    void knowsNoTimeLeftOfAPipe() {
        var progress = new Progress(10, 1_000_000, 0, 0, 250, -1, Duration.ofSeconds(1));
        assertThat(TerminalProgress.line(progress)).isEqualTo("10 pages · 1.0 MB · 10 pages/s");
    }

    @Test
    void writesOverItsLine() {
        var bytes = new ByteArrayOutputStream();
        try (var terminal = new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            terminal.progress(new Progress(10, 1_000_000, 0, 0, 0, -1, Duration.ofSeconds(1)));
            terminal.progress(new Progress(9, 0, 0, 0, 0, -1, Duration.ofSeconds(1)));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\r10 pages")
                .contains("\r9 pages · 0.0 MB · 9 pages/s  ")
                .endsWith(System.lineSeparator());
    }
}
