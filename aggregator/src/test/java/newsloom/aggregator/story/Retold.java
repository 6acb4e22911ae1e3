package newsloom.aggregator.story;

import newsloom.aggregator.story.sketch.Sketch;

/** The same article at another time or under another name. */
final class Retold {

    private Retold() {}

    static Sketch of(Sketch sketch, String articleId, long eventTimeMs, long fetchTimeMs) {
        return new Sketch(
                articleId,
                sketch.url(),
                sketch.site(),
                sketch.title(),
                sketch.lead(),
                sketch.language(),
                eventTimeMs,
                sketch.dateKnown(),
                fetchTimeMs,
                sketch.words(),
                sketch.terms(),
                sketch.names(),
                sketch.opening(),
                sketch.marks(),
                sketch.titleShape(),
                sketch.titleFigures(),
                sketch.figures(),
                sketch.days(),
                sketch.openingNames(),
                sketch.anchors(),
                sketch.keyNames(),
                sketch.keyTerms());
    }
}
