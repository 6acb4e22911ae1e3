package newsloom.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Progress and summary as JSON lines, for machines: {@code {"event":"progress", …}} once a second at most, and one
 * {@code {"event":"summary", …}} at the end. Counts are whole numbers, times are seconds.
 */
public final class MachineLines implements ProgressListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final PrintWriter out;
    private Duration next = EVERY;

    public MachineLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void progress(Progress progress) {
        if (progress.elapsed().compareTo(next) >= 0) {
            next = progress.elapsed().plus(EVERY);
            write(node(progress));
        }
    }

    /** The last line of a run. */
    public void summary(IngestSummary summary) {
        write(node(summary));
    }

    private void write(ObjectNode line) {
        out.println(line);
        out.flush();
    }

    private static ObjectNode node(Progress progress) {
        ObjectNode line = JSON.createObjectNode()
                .put("event", "progress")
                .put("pages", progress.pagesSent())
                .put("bytes", progress.bytesSent())
                .put("sent_before", progress.sentBefore())
                .put("lost", progress.losses())
                .put("bytes_read", progress.bytesRead());
        if (progress.bytesTotal() >= 0) {
            line.put("bytes_total", progress.bytesTotal());
        }
        line.put("pages_per_second", Math.round(progress.pagesPerSecond() * 10) / 10.0)
                .put("elapsed", seconds(progress.elapsed()));
        progress.timeLeft().ifPresent(left -> line.put("left", seconds(left)));
        return line;
    }

    private static ObjectNode node(IngestSummary summary) {
        ObjectNode line = JSON.createObjectNode()
                .put("event", "summary")
                .put("dry_run", summary.dryRun())
                .put("finished", summary.finished())
                .put("sources", summary.sources())
                .put("pages", summary.pagesSent())
                .put("bytes", summary.bytesSent())
                .put("sent_before", summary.sentBefore())
                .put("changed_sources", summary.changedSources())
                .put("lost", summary.lost())
                .put("elapsed", seconds(summary.elapsed()));
        counts(line, "losses", summary.losses());
        counts(line, "passed", summary.passed());
        counts(line, "remarks", summary.remarks());
        var examples = line.putArray("examples");
        summary.examples().forEach(examples::add);
        return line;
    }

    private static void counts(ObjectNode line, String name, Map<String, Long> counts) {
        ObjectNode node = line.putObject(name);
        new TreeMap<>(counts).forEach(node::put);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
