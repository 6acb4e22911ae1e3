package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command. */
class SamplesIT {

    private static final Path SAMPLES = Path.of(System.getProperty("newsloom.root", ".."), "samples");

    @TempDir
    private Path folder;

    private Path run(int partitions) {
        Path output = folder.resolve("out-" + partitions);
        var result = CommandResult.of(
                "run",
                SAMPLES.toString(),
                "--until-idle",
                "--data",
                folder.resolve("data-" + partitions).toString(),
                "--output",
                output.toString(),
                "--partitions",
                Integer.toString(partitions));
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCodes.OK);
        return output;
    }

    @Test
    void givesTheKnownAnswerWhateverThePartitions() throws IOException {
        Path one = run(1);
        Path six = run(6);

        assertThat(SampleAnswers.mistakes(SAMPLES, one)).isEmpty();
        assertThat(TopicLines.decided(six)).isEqualTo(TopicLines.decided(one));
    }
}
