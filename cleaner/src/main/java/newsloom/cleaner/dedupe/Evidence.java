package newsloom.cleaner.dedupe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text shares with those it may copy. */
interface Evidence {

    /** The candidates, best first. */
    List<Match> matches();

    /** The comparison with one known text, among the candidates or not; null when its words are forgotten. */
    @Nullable
    Match with(String id);
}
