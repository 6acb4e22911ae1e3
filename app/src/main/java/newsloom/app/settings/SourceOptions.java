package newsloom.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newsloom.ingest.IngestSettings;
import picocli.CommandLine.Parameters;

/** Files and folders to read; {@code -} is standard input. */
public final class SourceOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files and folders to read, see above; - for standard input.")
    private List<String> sources = List.of();

    /** As given; may be empty. */
    public List<String> sources() {
        return sources;
    }

    /** What is wrong with them, a line each. */
    List<String> mistakes() {
        return sources.stream()
                .filter(source -> !isThere(source))
                .map(source -> "There is no file or folder " + source)
                .toList();
    }

    private static boolean isThere(String source) {
        return source.equals(IngestSettings.STANDARD_INPUT) || Files.exists(Path.of(source));
    }
}
