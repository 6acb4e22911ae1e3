package newsloom.app.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsloom.app.chaos.Instance.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long until all goes on when, of three instances with the settings of production, the one that decides dies for good, and when it is started again without its state; with a state of so many pages as
 * {@code newsloom.recovery.pages} says, of the cleaner alone with {@code newsloom.recovery.cleaner-only}. It prints the times; what comes out is the matter of {@link ChaosIT}.
 */
class RecoveryIT {
    private static final String PAGES = "newsloom.recovery.pages";
    private static final String CLEANER_ONLY = "newsloom.recovery.cleaner-only";
    private static final int PORTION = 20_000;
    /** So many that services are at work when it strikes, and so few that what follows is no catching up. */
    private static final int PAGES_MEANWHILE = 500;

    private static final Duration ALL = Duration.ofDays(6);
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** A lag of so few records is that of the last commits. */
    private static final long NEXT_TO_NOTHING = 20_000;

    private static final Map<Kind, String> DECISIONS = Map.of(
            Kind.CLEANER, "newsloom-cleaner-for-duplicates-repartition",
            Kind.AGGREGATOR, "newsloom-aggregator-by-language-repartition");

    @TempDir
    private Path folder;

    private int sent;

    @Test
    @EnabledIfSystemProperty(
            named = PAGES,
            matches = "[1-9]\\d*",
            disabledReason = "takes an hour with a million pages: -D" + PAGES + "=1000000")
    void othersGoOn() throws Exception {
        int pages = Integer.getInteger(PAGES);
        var kinds = Boolean.getBoolean(CLEANER_ONLY) ? List.of(Kind.CLEANER) : List.of(Kind.values());
        try (var scene = Scene.open(folder, List.of("--production"), kinds, 1)) {
            long start = System.nanoTime();
            while (sent < pages) {
                send(scene, Math.min(PORTION, pages - sent), pages);
                scene.awaitSent();
                say("%d pages sent after %s s", sent, seconds(start));
            }
            scene.awaitCalm(PATIENCE);
            say("and taken after %s s", seconds(start));
            for (var kind : kinds) {
                scene.addMissing(kind, 3);
            }
            for (var kind : kinds) {
                awaitWarm(scene, kind);
                strike(scene, kind, pages, false);
                awaitWarm(scene, kind);
                strike(scene, kind, pages, true);
            }
        }
    }

    private void strike(Scene scene, Kind kind, int pages, boolean comesBack) throws Exception {
        long some = scene.pagesTaken() + PAGES_MEANWHILE / 10;
        send(scene, PAGES_MEANWHILE, pages);
        scene.await("pages flow", () -> scene.pagesTaken() >= some);
        var decider = scene.readerOf(kind, DECISIONS.get(kind));
        long start = System.nanoTime();
        if (comesBack) {
            decider.process().kill();
            decider.deleteState();
        } else {
            scene.lose(decider);
        }
        scene.awaitReached(Scene.DEADLINE, kind, scene.stepsToGo(kind));
        say(
                "%s: all its tasks go on %s s after kill -9 of the one that decides, %s",
                kind, seconds(start), comesBack ? "started again without its state" : "not started again");
        scene.awaitCalm(PATIENCE);
        scene.addMissing(kind, 3);
    }

    private void awaitWarm(Scene scene, Kind kind) {
        long start = System.nanoTime();
        scene.await(PATIENCE, "every store has a warm copy", () -> {
            var lags = scene.warmCopies(kind);
            var changelogs = scene.cluster().bystander().changelogs(kind.group());
            return !changelogs.isEmpty()
                    && lags.keySet().containsAll(changelogs)
                    && lags.values().stream().mapToLong(Long::longValue).sum() <= NEXT_TO_NOTHING;
        });
        say("%s: warm copies after %s s", kind, seconds(start));
    }

    private void send(Scene scene, int count, int pages) throws Exception {
        var portion = folder.resolve("pages-" + sent + ".jsonl");
        Files.write(portion, GeneratedPages.lines(sent, sent + count, ALL.dividedBy(pages)));
        sent += count;
        scene.send(portion);
    }

    private static String seconds(long start) {
        return String.format(
                Locale.ROOT, "%.1f", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
