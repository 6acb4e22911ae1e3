package newsloom.app.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The faults of a round, as a table. */
final class Survived {
    private final List<String> lines = new ArrayList<>();

    /**
     * @param struck how long the fault lasted
     * @param recovered how long after that every task that had something to do had committed more of it
     */
    void add(Fault fault, Duration struck, Duration recovered) {
        lines.add("%6.1f s %6.1f s  %s".formatted(seconds(struck), seconds(recovered), fault));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public String toString() {
        return "  lasted  on after\n" + String.join("\n", lines);
    }
}
