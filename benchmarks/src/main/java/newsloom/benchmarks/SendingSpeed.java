package newsloom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import newsloom.app.run.LocalCluster;

/** {@code newsloom ingest} of a file, as its users start it: pages a second by its own summary, connecting included, the start of Java not. */
final class SendingSpeed {
    private static final String HEAP = "-Xmx1g";

    private SendingSpeed() {}

    /** Pages a second. The file gets another name each time, so that all of it is sent. To be called from the project's folder. */
    static double rate(LocalCluster cluster, Path file, int round) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(file.resolveSibling("round-" + round));
        Path link = Files.createLink(folder.resolve(String.valueOf(file.getFileName())), file);
        var command = new ProcessBuilder(
                        "./newsloom",
                        "ingest",
                        link.toString(),
                        "--bootstrap-servers",
                        cluster.bootstrapServers(),
                        "--schema-registry",
                        cluster.registryUrl(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("NEWSLOOM_JAVA_OPTS", HEAP);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("newsloom ingest failed");
        }
        JsonNode summary =
                new ObjectMapper().readTree(said.strip().substring(said.strip().lastIndexOf('\n') + 1));
        return summary.get("pages").asDouble() / summary.get("elapsed").asDouble();
    }
}
