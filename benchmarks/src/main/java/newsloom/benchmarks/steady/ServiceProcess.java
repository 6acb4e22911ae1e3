package newsloom.benchmarks.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service as a process of its own, and what the system says of it (Linux). */
final class ServiceProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private static final String JAVA_OPTIONS = "NEWSLOOM_JAVA_OPTS";

    private final String name;
    private final String heap;
    private final List<String> command;
    private final Path log;
    private CollectionLog collections;
    private Process process;
    private long then = System.nanoTime();
    private long cpuThen;

    private ServiceProcess(String name, String heap, List<String> command, Path log) throws IOException {
        this.name = name;
        this.heap = heap;
        this.command = command;
        this.log = log;
        this.collections = new CollectionLog(log);
        this.process = begin();
    }

    /** Starts {@code newsloom NAME} with these options, as an operator does; what stands in the variable for Java's options wins over the heap. */
    static ServiceProcess start(String name, String heap, Path log, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of("./newsloom", name));
        command.addAll(options);
        return new ServiceProcess(name, heap, command, log);
    }

    private Process begin() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().merge(JAVA_OPTIONS, "-Xmx" + heap, (given, ours) -> ours + " " + given);
        builder.environment().merge(JAVA_OPTIONS, collections.option(), (given, ours) -> given + " " + ours);
        return builder.start();
    }

    /** Stops it as an operator does, and starts it again. */
    void restart() throws IOException, InterruptedException {
        stop();
        collections = new CollectionLog(log);
        process = begin();
        cpuThen = 0;
        then = System.nanoTime();
    }

    String name() {
        return name;
    }

    boolean running() {
        return process.isAlive();
    }

    /** Processor time, in cores, since the last call, heap after a collection since then, resident memory, threads and open files. */
    String use() throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        long kilobytes = 0;
        long threads = 0;
        for (String line : Files.readAllLines(proc.resolve("status"))) {
            kilobytes = line.startsWith("VmRSS:") ? number(line) : kilobytes;
            threads = line.startsWith("Threads:") ? number(line) : threads;
        }
        double cores = cores();
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            return String.format(
                    Locale.ROOT,
                    "%s %.2f cores heap %s, %d MB, %d threads, %d files",
                    name,
                    cores,
                    collections.least(),
                    kilobytes >> 10,
                    threads,
                    files.count());
        }
    }

    private double cores() {
        long now = System.nanoTime();
        long cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        double cores = (double) (cpu - cpuThen) / (now - then);
        then = now;
        cpuThen = cpu;
        return cores;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
