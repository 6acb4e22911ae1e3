package newsloom.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import newsloom.app.process.Child;
import newsloom.app.records.RecordJson;
import newsloom.app.records.TopicFiles;
import newsloom.app.records.TopicReader;
import newsloom.app.run.TopicLines;
import newsloom.contract.serde.HttpRegistry;

/** The pages that ingest sent, and what became of them: topic and key to the sorted values, see {@link TopicLines#decided}. */
final class Results {

    private Results() {}

    /** What an undisturbed {@code run} gives of the first pages. */
    static Map<String, List<String>> undisturbed(Path folder, int count) throws IOException, InterruptedException {
        var pages = folder.resolve("pages-" + count + ".jsonl");
        Files.write(pages, GeneratedPages.lines(0, count));
        var output = folder.resolve("undisturbed-" + count);
        var run = Child.newsloom(
                folder.resolve("undisturbed.log"),
                "1g",
                List.of(
                        "run",
                        pages.toString(),
                        "--until-idle",
                        "--output",
                        output.toString(),
                        "--partitions",
                        Integer.toString(Cluster.PARTITIONS)));
        assertThat(run.exitCode()).as(run.lastLines(30)).isZero();
        return TopicLines.decided(output);
    }

    /** What stands in the topics of a cluster now. */
    static Map<String, List<String>> of(Cluster cluster, Path folder) {
        return of(cluster.steadyAddresses(), cluster.registryUrl(), folder);
    }

    static Map<String, List<String>> of(String servers, String registry, Path folder) {
        var output = folder.resolve("out");
        try (var reader = new TopicReader(Map.of("bootstrap.servers", servers))) {
            new TopicFiles(reader, new RecordJson(new HttpRegistry(registry))).write(output);
            return TopicLines.decided(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
