package newsloom.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import newsloom.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of fault strikes services and brokers that are processes of their own, with the settings of production, while pages flow; what comes out is what an undisturbed run gives.
 *
 * <p>Without properties a short form: each kind once, few pages. With {@code newsloom.chaos.seeds} the long one: 5 strikes each kind with five seeds, in another order each;
 * {@code newsloom.chaos.first} is the first seed, {@code newsloom.chaos.pages} sets how many pages flow in a round, {@code newsloom.chaos.faults} the only ones that strike, by the names of the constants.
 */
class ChaosIT {
    private static final String LONG_FORM = "newsloom.chaos.seeds";
    private static final int FIRST_SEED = Integer.getInteger("newsloom.chaos.first", 1);
    private static final int SEEDS = Integer.getInteger(LONG_FORM, 1);
    private static final boolean SHORT_FORM = System.getProperty(LONG_FORM) == null;
    private static final int PAGES = Integer.getInteger("newsloom.chaos.pages", SHORT_FORM ? 850 : 20_000);

    private static final String FAULTS = System.getProperty("newsloom.chaos.faults", "");
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void faultsLeaveNoTrace() throws Exception {
        var expected = Results.undisturbed(folder, PAGES);
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var random = new Random(seed);
            var faults = new ArrayList<>(faults());
            Collections.shuffle(faults, random);
            var round = Files.createDirectory(folder.resolve("seed-" + seed));
            try (var scene = Scene.open(round, List.of("--production"))) {
                System.out.println("Seed " + seed + "\n" + strikeAll(scene, round, faults, PAGES, random));
                Await.until(
                        DEADLINE,
                        "what an undisturbed run gives",
                        () -> Differences.between(expected, Results.of(scene.cluster(), round)),
                        Differences::none);
            }
        }
    }

    /** Without exactly-once the same faults do leave traces: the comparison sees them. */
    @Test
    @EnabledIfSystemProperty(
            named = LONG_FORM,
            matches = "[1-9]\\d*",
            disabledReason = "of the long form: -D" + LONG_FORM + "=1")
    void withoutExactlyOnceTheyDo() throws Exception {
        int pages = PAGES / 4;
        var expected = Results.undisturbed(folder, pages);
        var round = Files.createDirectory(folder.resolve("at-least-once"));
        try (var scene = Scene.open(round, List.of("--at-least-once"))) {
            var kills = Collections.nCopies(6, Fault.KILL_SERVICES);
            System.out.println("At least once\n" + strikeAll(scene, round, kills, pages, new Random(1)));

            var differences = Differences.between(expected, Results.of(scene.cluster(), round));
            System.out.println(differences);

            assertThat(differences.none()).isFalse();
        }
    }

    /** Sends the pages in as many portions as there are faults, one striking in each; returns what happened. */
    private static Survived strikeAll(Scene scene, Path folder, List<Fault> faults, int pages, Random random)
            throws Exception {
        var survived = new Survived();
        for (int n = 0; n < faults.size(); n++) {
            var portion = folder.resolve("pages-" + n + ".jsonl");
            Files.write(portion, GeneratedPages.lines(pages * n / faults.size(), pages * (n + 1) / faults.size()));
            long some = scene.pagesTaken() + 1 + random.nextInt(pages / faults.size() / 2);
            scene.send(portion);
            if (faults.get(n) != Fault.KILL_INGEST) {
                scene.await("pages flow", () -> scene.pagesTaken() >= some);
            }
            System.out.println("strikes: " + faults.get(n));
            long start = System.nanoTime();
            faults.get(n).strike(scene, random);
            long ended = System.nanoTime();
            scene.awaitProgress();
            survived.add(faults.get(n), Duration.ofNanos(ended - start), Duration.ofNanos(System.nanoTime() - ended));
            faults.get(n).mend(scene);
            scene.awaitSent();
        }
        scene.awaitCalm();
        return survived;
    }

    private List<Fault> faults() throws InterruptedException {
        var faults = new ArrayList<>(
                FAULTS.isEmpty()
                        ? List.of(Fault.values())
                        : Arrays.stream(FAULTS.split(",", -1))
                                .map(Fault::valueOf)
                                .toList());
        if (faults.contains(Fault.DISK_FULL) && !SmallDisk.possible(folder.resolve("disk"))) {
            System.out.println("left out, since this user may not mount a file system: " + Fault.DISK_FULL);
            faults.remove(Fault.DISK_FULL);
        }
        return faults;
    }
}
