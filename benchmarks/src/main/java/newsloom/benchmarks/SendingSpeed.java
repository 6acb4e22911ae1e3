package newsloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import newsloom.app.run.LocalCluster;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.ProgressListener;

/** Sends a file with ingest and prints pages a second, connecting included. */
final class SendingSpeed {
    private static final String HEAP = "1g";

    private SendingSpeed() {}

    /** Takes the file and where broker and registry are. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var settings = IngestSettings.of(List.of(arguments[0]), arguments[1], arguments[2]);
        var summary = new Ingest(settings, Clock.systemUTC(), ProgressListener.SILENT).run();
        System.out.println(summary.pagesSent() / (summary.elapsed().toMillis() / 1000.0));
    }

    /** Pages a second, in a process of its own. The file gets another name each time, so that all of it is sent. */
    static double rate(LocalCluster cluster, Path file, int round) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(file.resolveSibling("round-" + round));
        Path link = Files.createLink(folder.resolve(String.valueOf(file.getFileName())), file);
        var said = Child.java(
                HEAP, SendingSpeed.class, link.toString(), cluster.bootstrapServers(), cluster.registryUrl());
        return Double.parseDouble(said.get(said.size() - 1));
    }
}
