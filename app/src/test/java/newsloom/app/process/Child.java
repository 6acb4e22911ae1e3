package newsloom.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of the test's own, with this test's class path; its output goes to a file. It compiles quickly rather than well, but for {@code newsloom.children.optimized}: right for runs of more than some minutes.
 */
public final class Child implements AutoCloseable {
    private static final String COMPILERS =
            Boolean.getBoolean("newsloom.children.optimized") ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(40);

    private final Path log;
    private final Process process;

    private Child(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a main class.
     *
     * @param heap such as {@code 512m}
     */
    public static Child start(Path log, String heap, String mainClass, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                COMPILERS,
                "-Djava.io.tmpdir=" + temporary(log), // a killed process leaves native libraries there
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        try {
            return new Child(
                    log,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(Path log) {
        try {
            return Files.createDirectories(log.resolveSibling("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a command of newsloom. */
    public static Child newsloom(Path log, String heap, List<String> arguments) {
        return start(log, heap, "newsloom.app.Newsloom", arguments);
    }

    /** Whether it has not ended. */
    public boolean running() {
        return process.isAlive();
    }

    /** Waits for its end by itself; what it ends with. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits so long at most for its end by itself; false when it still runs. */
    public boolean ends(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and kills it when it does not. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Every thread stands still, the sockets stay open. */
    public void pause() throws InterruptedException {
        signal("-STOP");
    }

    /** Goes on after {@link #pause}. */
    public void resume() throws InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            var kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill " + name + " of process " + process.pid() + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of what it printed. */
    public String lastLines(int count) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
