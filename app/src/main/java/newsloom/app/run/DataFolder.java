package newsloom.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where a run keeps its data: a folder that stays, or a temporary one that is deleted at the end. */
record DataFolder(Path path, boolean temporary) implements AutoCloseable {

    /** @param given null for a temporary one */
    static DataFolder of(@Nullable Path given) throws IOException {
        return given == null
                ? new DataFolder(Files.createTempDirectory("newsloom-"), true)
                : new DataFolder(given.toAbsolutePath().normalize(), false);
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary data folder " + path + " could not be deleted", e);
        }
    }
}
