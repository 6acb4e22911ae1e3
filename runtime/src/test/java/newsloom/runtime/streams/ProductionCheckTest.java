package newsloom.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionCheckTest {
    @TempDir
    private Path folder;

    @Test
    void takesAFolderThatCanBeWrittenAndMakesIt() {
        var state = folder.resolve("var").resolve("state");

        assertThat(ProductionCheck.stateFaults(state, List.of(folder.resolve("tmp"))))
                .isEmpty();
        assertThat(state).isDirectory();
    }

    @Test
    void refusesAFolderAmongTemporaryFiles() throws IOException {
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var link = Files.createSymbolicLink(folder.resolve("state"), Files.createDirectory(temporary.resolve("state")));
        for (var state : List.of(folder.resolve("tmp/../tmp/state"), link, link.resolve("cleaner"))) {
            assertThat(ProductionCheck.stateFaults(state, List.of(folder.resolve("gone"), temporary)))
                    .singleElement()
                    .asString()
                    .contains("among temporary files");
        }
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(ProductionCheck.stateFaults(file.resolve("state"), List.of(folder.resolve("tmp"))))
                .singleElement()
                .asString()
                .contains("cannot be written");
    }

    @Test
    void refusesSettingsThatTakeBackWhatItAsksFor() {
        assertThat(ProductionCheck.overrideFaults(Map.of(
                        "replication.factor", "1", "num.standby.replicas", "0", "topic.min.insync.replicas", "2")))
                .containsExactly(
                        "the setting streams.num.standby.replicas is 0, must be 1 or more",
                        "the setting streams.replication.factor is 1, must be 3 or more");
        assertThat(ProductionCheck.overrideFaults(Map.of("replication.factor", "5", "num.standby.replicas", "two")))
                .isEmpty();
    }

    @Test
    void asksForCopiesAndTellsTheRack() {
        assertThat(new Production("north").properties())
                .containsEntry("replication.factor", 3)
                .containsEntry("topic.min.insync.replicas", "2")
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("client.tag.rack", "north")
                .containsEntry("rack.aware.assignment.tags", "rack");
        assertThat(new Production(null).properties()).doesNotContainKey("rack.aware.assignment.tags");
    }
}
