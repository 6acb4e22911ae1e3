package newsloom.app.chaos;

import java.nio.file.Path;
import java.util.List;
import newsloom.app.process.Child;

/** {@code newsloom ingest} of one file, started again until it says that all is sent. */
final class Sending implements AutoCloseable {
    private final Path pages;
    private final Path log;
    private final Cluster cluster;
    private Child process;
    private boolean done;

    Sending(Path pages, Path log, Cluster cluster) {
        this.pages = pages;
        this.log = log;
        this.cluster = cluster;
    }

    void start() {
        process = Child.newsloom(
                log,
                "256m",
                List.of(
                        "ingest",
                        pages.toString(),
                        "-b",
                        cluster.clientAddresses(),
                        "--schema-registry",
                        cluster.registryUrl()));
    }

    Child process() {
        return process;
    }

    boolean done() {
        return done;
    }

    void tend() {
        if (done || process.running()) {
            return;
        }
        try {
            done = process.exitCode() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!done) {
            start();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
