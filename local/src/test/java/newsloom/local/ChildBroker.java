package newsloom.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A local broker in a process of its own, made to be killed. */
final class ChildBroker {
    private final Process process;
    private final String bootstrapServers;

    private ChildBroker(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static ChildBroker start(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildBroker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(process.inputReader())) {
            var servers = Optional.ofNullable(output.readLine());
            return new ChildBroker(process, servers.orElseThrow(() -> new IOException("the child broker ended")));
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts a broker on the folder, prints its address and stays until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        var broker = LocalBroker.start(Path.of(arguments[0]), 0);
        System.out.println(broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
