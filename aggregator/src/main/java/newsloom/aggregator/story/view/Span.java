package newsloom.aggregator.story.view;

import java.util.Comparator;
import java.util.List;

/**
 * From the first to the last publication of a story's articles; by their fetch times while none of them tells its date. Immutable.
 *
 * @param dated whether any publication is known
 * @param firstId the article that was first, of several the first by id; empty where it is not known any more
 */
public record Span(long firstMs, long lastMs, boolean dated, String firstId) {
    static final Span NONE = new Span(0, 0, false, "");
    private static final Comparator<EarlierArticle> EARLIEST =
            Comparator.comparingLong(EarlierArticle::eventTimeMs).thenComparing(EarlierArticle::articleId);

    /**
     * The span of a story that has changed.
     *
     * @param known its newest articles
     * @param articles how many it has; where that is more than are known, the others may be as early as the first was before
     */
    Span over(List<EarlierArticle> known, int articles) {
        boolean told = known.stream().anyMatch(EarlierArticle::dateKnown);
        List<EarlierArticle> telling = known.stream()
                .filter(article -> article.dateKnown() || !told)
                .sorted(EARLIEST)
                .toList();
        boolean others = articles > known.size();
        if (telling.isEmpty() || (others && dated && !told)) {
            return this;
        }
        EarlierArticle first = telling.get(0);
        long last = telling.get(telling.size() - 1).eventTimeMs();
        return others && dated == told && firstMs < first.eventTimeMs()
                ? new Span(firstMs, last, told, firstId)
                : new Span(first.eventTimeMs(), last, told, first.articleId());
    }
}
