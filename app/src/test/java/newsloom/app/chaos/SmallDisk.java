package newsloom.app.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in a folder, small enough to be filled; needs the right to mount one. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "64m";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @param folder made where it is missing; what is in it is not seen until {@link #close} */
    static SmallDisk mount(Path folder) throws InterruptedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Whether this process may mount. */
    static boolean possible(Path folder) throws InterruptedException {
        try {
            mount(folder).close();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Leaves so many bytes free. */
    void fill(int free) {
        try {
            Files.write(folder.resolve("given-back"), new byte[free]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("fills-the-disk"))) {
            var block = new byte[1 << 12];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            System.out.println("full: " + full.getMessage());
        }
        delete("given-back");
    }

    /** There is room again. */
    void empty() {
        delete("fills-the-disk");
    }

    private void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the file system and all that is in it away. */
    @Override
    public void close() throws InterruptedException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
