package newsloom.app.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.app.chaos.Instance.Kind;
import newsloom.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of three instances two share a rack: the state of every task is kept on both racks, and one that is lost takes nothing with it. */
class RacksIT {
    private static final int PAGES = 200;

    /** The extraction and what is done by site, a task for each partition, and the decision. */
    private static final int TASKS_WITH_STATE = 2 * Cluster.PARTITIONS + 1;

    @TempDir
    private Path folder;

    @Test
    void warmCopiesStandOnTheOtherRack() throws Exception {
        var kinds = List.of(Kind.CLEANER);
        try (var scene = Scene.open(folder, List.of("--production"), kinds, 3)) {
            var pages = folder.resolve("pages.jsonl");
            Files.write(pages, GeneratedPages.lines(0, PAGES));
            scene.send(pages);
            scene.awaitCalm();
            Await.until(
                    Scene.DEADLINE,
                    "the state of each task on two racks",
                    () -> racksOfTasks(scene),
                    RacksIT::allOnBoth);
        }
    }

    private static boolean allOnBoth(Map<String, Set<String>> racks) {
        return racks.size() == TASKS_WITH_STATE && racks.values().stream().allMatch(Set.of("north", "south")::equals);
    }

    private static Map<String, Set<String>> racksOfTasks(Scene scene) {
        var racks = new HashMap<String, Set<String>>();
        for (var instance : scene.instances()) {
            instance.meters()
                    .ifPresent(meters -> meters.tasksWithState()
                            .forEach(task -> racks.computeIfAbsent(task, any -> new HashSet<>())
                                    .add(instance.rack())));
        }
        return racks;
    }
}
