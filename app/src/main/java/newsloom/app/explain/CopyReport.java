package newsloom.app.explain;

import java.util.List;
import newsloom.cleaner.dedupe.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one decision, before it is written as text or HTML.
 *
 * @param title what it is about
 * @param verdict the decision in a sentence
 * @param facts name and value, in order
 * @param left heading of the text that was decided on
 * @param right heading of the text it was compared with
 * @param comparison the two texts side by side; null where one of them is not there
 */
public record CopyReport(
        String title,
        String verdict,
        List<Fact> facts,
        String left,
        String right,
        @Nullable Comparison comparison) {

    /** A name and what is to be said under it. */
    public record Fact(String name, String value) {}
}
