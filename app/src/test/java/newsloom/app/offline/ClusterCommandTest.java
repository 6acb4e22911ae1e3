package newsloom.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {

    @TempDir
    private Path folder;

    @Test
    void explainsOnStandardErrorAndWritesStoriesAsEver() throws IOException {
        Path file = folder.resolve("articles.jsonl");
        Files.writeString(file, """
                {"id":"a","lang":"en","published":"2026-11-18","source":"x","title":"Warehouse on Marrow Quay burns in Port Ellin","text":"Fire on Marrow Quay."}
                {"id":"b","lang":"en","published":"2026-11-18","source":"y","title":"Port Ellin: Marrow Quay warehouse burns","text":"Fire on Marrow Quay."}
                """);

        var explained = CommandResult.of("cluster", "--explain", file.toString());

        assertThat(explained.code()).isEqualTo(ExitCodes.OK);
        assertThat(explained.out())
                .isEqualTo(CommandResult.of("cluster", file.toString()).out());
        assertThat(explained.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"id\":\"a\"", "\"outcome\":\"OPENED\"", "\"weighed\":[]");
        assertThat(explained.err())
                .contains(
                        "\"outcome\":\"JOINED\"",
                        "\"score\":",
                        "\"threshold\":0.0",
                        "\"why\":\"alike, 0.3 days apart\"");
    }

    @Test
    void readsFilesWithAByteOrderMarkAndTimesAsFeedsWriteThem() throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        Files.writeString(first, """
                \uFEFF{"id":"a","lang":"en","published":"Wed, 18 Nov 2026 08:00:00 GMT","title":"Warehouse on Marrow Quay burns in Port Ellin"}
                """);
        Files.writeString(second, """
                \uFEFF{"id":"b","lang":"en","published":"Wed, 18 Nov 2026 10:30:00 +0100","title":"Warehouse on Marrow Quay burns in Port Ellin"}
                """);

        var clustered = CommandResult.of("cluster", "--explain", first.toString(), second.toString());

        assertThat(clustered.code()).isEqualTo(ExitCodes.OK);
        assertThat(clustered.err()).contains("\"why\":\"alike, 0.1 days apart\"");
    }
}
