package newsloom.app.offline;

import java.util.List;
import newsloom.app.settings.SourceArgument;
import picocli.CommandLine.Parameters;

/** What all offline commands are told. */
final class OfflineOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            converter = SourceArgument.class,
            description = "JSON lines, .gz too; - or none for standard input.")
    private List<String> files = List.of();

    /** At least one. */
    List<String> files() {
        return files.isEmpty() ? List.of(JsonLines.STANDARD_INPUT) : files;
    }
}
