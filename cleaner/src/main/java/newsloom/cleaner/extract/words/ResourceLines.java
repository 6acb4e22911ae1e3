package newsloom.cleaner.extract.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that stand beside the classes as text, one entry a line; empty lines and lines that begin with {@code #} are comments. */
public final class ResourceLines {

    private ResourceLines() {}

    /** The entries of the resource that stands beside the class; {@link IllegalStateException} if it is missing. */
    public static List<String> read(Class<?> beside, String resource) {
        try (InputStream bytes = beside.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return entries(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines that say something. */
    public static List<String> entries(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
