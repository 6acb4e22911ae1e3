package newsloom.aggregator.story;

import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * From the first to the last publication of a story's articles; by their fetch times while none of them tells its date. Immutable.
 *
 * @param dated whether any publication is known
 */
public record Span(long firstMs, long lastMs, boolean dated) {
    static final Span NONE = new Span(0, 0, false);

    /**
     * The span of a story that has changed.
     *
     * @param known its newest articles
     * @param articles how many it has; where that is more than are known, the others may be as early as the first was before
     */
    Span over(List<EarlierArticle> known, int articles) {
        boolean told = known.stream().anyMatch(EarlierArticle::dateKnown);
        LongSummaryStatistics times = known.stream()
                .filter(article -> article.dateKnown() || !told)
                .mapToLong(EarlierArticle::eventTimeMs)
                .summaryStatistics();
        if (times.getCount() == 0 || (dated && !told && articles > known.size())) {
            return this;
        }
        boolean others = articles > known.size() && dated == told;
        return new Span(others ? Math.min(firstMs, times.getMin()) : times.getMin(), times.getMax(), told);
    }
}
