package newsloom.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import newsloom.app.chaos.Instance.Kind;
import newsloom.app.compose.Compose;
import newsloom.app.compose.Docker;
import newsloom.contract.Topics;
import newsloom.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compose file's services on three brokers, each a container; containers leave the network, stop and are killed while pages flow. What comes out is what an undisturbed run gives. Of the long form, since it takes
 * minutes: {@code -Dnewsloom.chaos.seeds=1}.
 */
@EnabledIfSystemProperty(
        named = "newsloom.chaos.seeds",
        matches = "[1-9]\\d*",
        disabledReason = "of the long form: -Dnewsloom.chaos.seeds=1")
@Tag("docker")
class ContainerFaultsIT {
    private static final int PORTION = 100;
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final String BROKER = "broker-2";
    private static final int BROKER_ID = 2;

    @TempDir
    private Path folder;

    private Path pages;
    private Compose compose;
    private Bystander bystander;
    private int portions;

    @BeforeEach
    void up() throws Exception {
        Docker.require("apache/kafka:4.3.1", "eclipse-temurin:17-jre");
        pages = Files.createDirectory(folder.resolve("pages"));
        for (var path : List.of(folder, pages)) { // the container's user is not this one
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        compose = Compose.ofThreeBrokers(pages);
        compose.run("up", "--build", "--wait");
        bystander = Bystander.of(compose.bootstrapServers());
    }

    @AfterEach
    void down() throws Exception {
        if (bystander != null) {
            bystander.close();
        }
        if (compose != null) {
            compose.run("down", "--volumes", "--timeout", "5");
        }
    }

    @Test
    void cutsFrozenAndKilledContainersLeaveNoTrace() throws Exception {
        whilePagesFlow(() -> {
            compose.cut("cleaner");
            Await.until(DEADLINE, "the group has lost the cleaner", () -> !isMember(Kind.CLEANER));
            compose.mend("cleaner");
        });
        whilePagesFlow(() -> {
            compose.cut(BROKER);
            Await.until(DEADLINE, "the cluster has lost it", bystander::brokers, left -> !left.contains(BROKER_ID));
            compose.mend(BROKER);
        });
        whilePagesFlow(() -> {
            compose.run("kill", "--signal", "STOP", "aggregator");
            Await.until(DEADLINE, "the group has lost the aggregator", () -> !isMember(Kind.AGGREGATOR));
            compose.run("kill", "--signal", "CONT", "aggregator");
        });
        whilePagesFlow(() -> {
            compose.run("kill", "cleaner", "aggregator", BROKER);
            compose.run("start", BROKER, "cleaner", "aggregator");
        });

        Await.until(DEADLINE, "three brokers", bystander::brokers, there -> there.size() == 3);
        var expected = Results.undisturbed(folder, portions * PORTION);
        Await.until(
                DEADLINE,
                "what an undisturbed run gives",
                () -> Differences.between(
                        expected, Results.of(compose.bootstrapServers(), compose.registryUrl(), folder)),
                Differences::none);
    }

    private interface Strike {
        void strike() throws IOException, InterruptedException;
    }

    /** Sends one more portion of pages, lets a fault strike when some of it is taken, and waits until all of it is sent. */
    private void whilePagesFlow(Strike fault) throws Exception {
        Files.write(
                pages.resolve("pages-" + portions + ".jsonl"),
                GeneratedPages.lines(portions * PORTION, (portions + 1) * PORTION));
        portions++;
        long before = taken();
        var sent = CompletableFuture.runAsync(this::send);
        Await.until(DEADLINE, "pages flow", this::taken, taken -> taken > before);
        fault.strike();
        sent.join();
    }

    /** The job begins again where it failed, as whoever runs it would have it. */
    private void send() {
        Await.until(DEADLINE, "the pages are sent", this::sent);
    }

    private boolean sent() {
        try {
            compose.run("run", "--rm", "send");
            return true;
        } catch (AssertionError failed) {
            System.out.println("sent again: " + failed.getMessage());
            return false;
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private long taken() {
        return bystander.committed(Kind.CLEANER.group(), Topics.PAGES.name());
    }

    private boolean isMember(Kind kind) {
        return !bystander.members(kind.group()).isEmpty();
    }
}
