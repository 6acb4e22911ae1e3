package newsloom.aggregator.story.state;

import newsloom.aggregator.story.sketch.NameCounts;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.text.vectors.KeySet;

/**
 * An article as the decision remembers it: its sketch without the words for people, weighed by how rare its terms were when it
 * came. See {@link Sketch} for the fields.
 */
public record Member(
        String articleId,
        String site,
        long eventTimeMs,
        boolean dateKnown,
        int words,
        Views views,
        KeySet marks,
        KeySet titleShape,
        KeySet titleFigures,
        KeySet figures,
        KeySet days,
        KeySet openingNames) {
    /** The sketch with its terms weighed by how rare they are. */
    public static Member of(Sketch sketch, Frequencies frequencies) {
        var views = new Views(
                frequencies.weigh(sketch.terms()),
                frequencies.weigh(sketch.names()),
                frequencies.weigh(sketch.opening()));
        return new Member(
                sketch.articleId(),
                sketch.site(),
                sketch.eventTimeMs(),
                sketch.dateKnown(),
                sketch.words(),
                views,
                sketch.marks(),
                sketch.titleShape(),
                sketch.titleFigures(),
                sketch.figures(),
                sketch.days(),
                sketch.openingNames());
    }

    /** Whether there is hardly any text, so that the title has to tell the names. */
    public boolean isTitleOnly() {
        return NameCounts.isTitleOnly(words);
    }
}
