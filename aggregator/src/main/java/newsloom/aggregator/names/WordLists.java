package newsloom.aggregator.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Named lists of words from a file in the jar: lines of {@code name: word word}, a name more than once if need be; # begins a remark. */
public final class WordLists {
    private WordLists() {}

    /**
     * All lists of a file.
     *
     * @param beside the class in whose package the file is
     */
    public static Map<String, Set<String>> read(Class<?> beside, String file) {
        var lists = new HashMap<String, Set<String>>();
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        lists.computeIfAbsent(line.substring(0, colon), name -> new HashSet<>())
                                .addAll(Arrays.asList(
                                        line.substring(colon + 1).strip().split(" +")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return lists;
    }
}
