package newsloom.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.source.Globs;
import picocli.CommandLine.Parameters;

/** Files and folders to read, or patterns of them; {@code -} is standard input. */
public final class SourceOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "What to read, as told above, and patterns such as 'crawl/**.gz'; - for standard input.")
    private List<String> given = List.of();

    /** The files and folders they stand for now; may be empty. */
    public List<String> sources() {
        return given.stream()
                .flatMap(source -> isPipe(source)
                        ? Stream.of(source)
                        : Globs.expand(source).stream().map(Path::toString))
                .toList();
    }

    /** As given, patterns and all; may be empty. */
    public List<String> patterns() {
        return given;
    }

    /** What is wrong with them, a line each. */
    List<String> mistakes() {
        return given.stream()
                .filter(source -> !isThere(source))
                .map(source -> "There is no file or folder " + source)
                .toList();
    }

    private static boolean isThere(String source) {
        return isPipe(source)
                || Globs.expand(source).stream().anyMatch(path -> path.toFile().exists());
    }

    private static boolean isPipe(String source) {
        return source.equals(IngestSettings.STANDARD_INPUT);
    }
}
