package newsloom.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data folder for one process at a time. The lock is the operating system's, so it is gone when the process is, however it
 * ended; the lock file itself stays.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE_NAME = "newsloom.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, making the folder where it is missing.
     *
     * @throws LocalStartException when another process (or this one) holds it, or the folder cannot be written
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (holds(channel)) {
                return new FolderLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new LocalStartException("Cannot write to the data folder " + folder.toAbsolutePath() + ": " + e, e);
        }
        throw new LocalStartException("The data folder " + folder.toAbsolutePath()
                + " is in use by another run: stop that one or give another folder with --data");
    }

    private static boolean holds(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // held by this very process
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
