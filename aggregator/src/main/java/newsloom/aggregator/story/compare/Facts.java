package newsloom.aggregator.story.compare;

import newsloom.aggregator.story.state.Member;
import newsloom.text.vectors.KeySet;

/** How the figures and days that two articles tell agree. */
final class Facts {
    private static final int ENOUGH_FIGURES = 3;
    private static final double UNDECIDED = 0.5;

    private Facts() {}

    /** 1 where the titles share a figure, -1 where they have others, 0 where one has none. */
    static double titleFigures(Member a, Member b) {
        if (a.titleFigures().isEmpty() || b.titleFigures().isEmpty()) {
            return 0;
        }
        return a.titleFigures().shared(b.titleFigures()) > 0 ? 1 : -1;
    }

    /** Shared figures over the fewer of both; half where one has hardly any. */
    static double figures(KeySet a, KeySet b) {
        int fewer = Math.min(a.size(), b.size());
        return fewer < ENOUGH_FIGURES ? UNDECIDED : (double) a.shared(b) / fewer;
    }

    /** Between the nearest two days; 0 where one has none. */
    static int daysApart(KeySet a, KeySet b) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                least = Math.min(least, Math.abs(a.key(i) - b.key(j)));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
