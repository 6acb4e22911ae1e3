package newsloom.benchmarks.dedupe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What RocksDB's own threads, which write and merge files, have used of the processor: the JVM does not count them. Linux only; elsewhere 0. */
final class RocksDbThreads {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String PREFIX = "(rocksdb:";
    private static final long NANOS_A_TICK = 10_000_000;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private RocksDbThreads() {}

    /** Of all of them since the start, to a hundredth of a second each. */
    static long cpuNanos() throws IOException {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        long nanos = 0;
        try (var tasks = Files.newDirectoryStream(TASKS)) {
            for (var task : tasks) {
                nanos += cpuNanos(task.resolve("stat"));
            }
        }
        return nanos;
    }

    private static long cpuNanos(Path stat) throws IOException {
        try {
            var line = Files.readString(stat);
            if (!line.contains(PREFIX)) {
                return 0;
            }
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return NANOS_A_TICK * (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]));
        } catch (NoSuchFileException e) {
            return 0; // it has ended
        }
    }
}
