package newsloom.benchmarks.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process writes of its garbage collections, from its start on. */
final class CollectionLog {
    private static final Pattern AFTER = Pattern.compile("->(\\d+)M");

    private final Path file;
    private int linesSeen;

    CollectionLog(Path besides) {
        this.file = besides.resolveSibling(besides.getFileName() + ".gc");
    }

    /** The option for Java that makes it write, anew at each start. */
    String option() {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /** The smallest heap that a collection since the last call left behind; between two of them nobody knows. */
    String least() throws IOException {
        List<String> lines = Files.readAllLines(file);
        OptionalLong least = lines.subList(linesSeen, lines.size()).stream()
                .map(AFTER::matcher)
                .filter(Matcher::find)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .min();
        linesSeen = lines.size();
        return least.isPresent() ? least.getAsLong() + " MB" : "not collected";
    }
}
