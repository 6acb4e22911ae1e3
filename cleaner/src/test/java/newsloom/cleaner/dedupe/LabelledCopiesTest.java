package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quality on the labelled development split, where it is at hand: pairs after transitive closure, as its scorer counts them. */
class LabelledCopiesTest {
    @ParameterizedTest(name = "{0} tasks")
    @ValueSource(ints = {1, 4})
    void findsTheLabelledCopiesAndLittleElse(int tasks) throws IOException {
        var file = Path.of(System.getProperty("newsloom.shared", "../../shared"), "eval/dedup/docs.jsonl.gz");
        assumeTrue(Files.exists(file), () -> "no labelled data at " + file + ", quality is not checked");
        var truth = OfflineRun.groups(file);
        var predicted = new HashMap<String, String>();
        var documents = OfflineRun.read(file);
        for (var result : tasks == 1 ? OfflineRun.decide(documents) : OfflineRun.decideScattered(documents, tasks)) {
            var of = result.duplicateOf();
            predicted.put(result.id(), of == null ? result.id() : predicted.getOrDefault(of, of));
        }
        double right = pairs(both(truth, predicted));
        double precision = right / pairs(predicted);
        double recall = right / pairs(truth);
        assertThat(precision).as("precision").isGreaterThan(0.99);
        assertThat(recall).as("recall").isGreaterThan(0.975);
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> two) {
        var both = new HashMap<String, String>();
        one.forEach((id, group) -> both.put(id, group + "\0" + two.get(id)));
        return both;
    }

    private static double pairs(Map<String, String> groups) {
        var sizes = new HashMap<String, Integer>();
        groups.values().forEach(group -> sizes.merge(group, 1, Integer::sum));
        return sizes.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}
