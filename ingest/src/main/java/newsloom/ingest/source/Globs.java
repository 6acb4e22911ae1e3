package newsloom.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Patterns of file names that no shell has expanded: {@code *}, {@code **}, {@code ?}, {@code [ab]} and {@code {a,b}}; {@code **}{@code /} is any folders, or none. */
public final class Globs {
    private static final String SPECIAL = "*?[{";

    private Globs() {}

    /** The files and folders that a name stands for, sorted; the name itself where it is there or is no pattern. */
    public static List<Path> expand(String name) {
        int special = firstSpecial(name);
        if (special == name.length() || Files.exists(Path.of(name))) {
            return List.of(Path.of(name));
        }
        int slash = name.lastIndexOf('/', special);
        Path folder = Path.of(slash < 0 ? "" : name.substring(0, slash + 1));
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        var here = FileSystems.getDefault().getPathMatcher("glob:" + name.replace("**/", ""));
        int depth = name.contains("**")
                ? Integer.MAX_VALUE
                : Path.of(name).getNameCount() - (slash < 0 ? 0 : folder.getNameCount());
        try (Stream<Path> below = Files.walk(folder, depth)) {
            return below.filter(path -> (matcher.matches(path) || here.matches(path)) && !isHidden(path))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) { // a folder that is not there holds no match
            return List.of();
        }
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static int firstSpecial(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
                return i;
            }
        }
        return name.length();
    }
}
