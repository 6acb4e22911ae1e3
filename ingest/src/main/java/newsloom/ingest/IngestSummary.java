package newsloom.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run. Losses and what was passed are those of all pages of the sources, whether met now or in an earlier run over
 * the same files.
 *
 * @param sources files and streams listed
 * @param pagesSent committed by this run
 * @param bytesSent bytes of their bodies
 * @param sentBefore pages of the same sources that earlier runs committed
 * @param changedSources sources that are not what they were and were sent again as a whole
 * @param losses what may have been a page and could not be read, by reason
 * @param passed what is no page, by reason; files of folders by extension
 * @param remarks what was put right on pages of this run, by kind
 * @param examples where the first losses of this run are, with the reason, for people
 * @param dryRun nothing was sent; the pages are those that would have been
 * @param finished false where the run was stopped before the end
 */
public record IngestSummary(
        long sources,
        long pagesSent,
        long bytesSent,
        long sentBefore,
        long changedSources,
        Map<String, Long> losses,
        Map<String, Long> passed,
        Map<String, Long> remarks,
        List<String> examples,
        Duration elapsed,
        boolean dryRun,
        boolean finished) {
    private static final int EXIT_LOSSES = 3;

    public IngestSummary {
        losses = Map.copyOf(losses);
        passed = Map.copyOf(passed);
        remarks = Map.copyOf(remarks);
        examples = List.copyOf(examples);
    }

    /** All losses together. */
    public long lost() {
        return losses.values().stream().mapToLong(Long::longValue).sum();
    }

    /** 0, or 3 where there are losses and they count. */
    public int exitCode(boolean strict) {
        return strict && lost() > 0 ? EXIT_LOSSES : 0;
    }

    /** Some lines for a person, without a line feed at the end. */
    public String text() {
        var lines = new ArrayList<String>();
        double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
        lines.add(String.format(
                Locale.ROOT,
                "%d pages %s (%.1f MB in %.1f s, %.0f pages/s), %d sent before, %d sources%s",
                pagesSent,
                dryRun ? "read, none sent" : "sent",
                bytesSent / 1e6,
                seconds,
                pagesSent / seconds,
                sentBefore,
                sources,
                finished ? "" : ", stopped before the end"));
        if (changedSources > 0) {
            lines.add("changed since they were sent, sent again: " + changedSources);
        }
        add(lines, "lost: ", losses);
        add(lines, "no pages: ", passed);
        add(lines, "put right: ", remarks);
        examples.forEach(example -> lines.add("  " + example));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String head, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            List<String> parts = new ArrayList<>();
            new TreeMap<>(counts).forEach((name, count) -> parts.add(name + " " + count));
            lines.add(head + String.join(", ", parts));
        }
    }
}
