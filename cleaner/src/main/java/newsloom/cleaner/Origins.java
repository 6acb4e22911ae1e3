package newsloom.cleaner;

import newsloom.cleaner.dedupe.Credits;
import newsloom.cleaner.dedupe.Given;
import newsloom.cleaner.dedupe.Origin;
import newsloom.cleaner.dedupe.Sketch;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.contract.v1.Article;

/** What the duplicate decision reads of an article. Stateless. */
public final class Origins {

    private Origins() {}

    /** What is kept of an article that is given out. */
    public static Given given(Article article) {
        return new Given(
                article.getUrl(),
                article.getSite(),
                article.getTitle(),
                article.getPublished(),
                article.getFetchTime());
    }

    /** @param timeMs place of the article in the order, under which it is filed */
    static Sketch sketch(Article article, long timeMs, Sketcher sketcher) {
        return sketcher.sketch(article.getId(), timeMs, article.getText()).from(of(article));
    }

    /** A day without a time of day is no publication time here: it says nothing about which of two copies of that day is older. */
    private static Origin of(Article article) {
        boolean dated = article.getPublished() != null && !article.getPublishedDayOnly();
        return Origin.of(article.getSite(), article.getTitle())
                .publishedAt(dated ? article.getPublished().toEpochMilli() : Origin.NO_TIME)
                .crediting(Credits.another(
                        article.getText(),
                        String.join(", ", article.getAuthors()),
                        article.getSite(),
                        article.getPublisher()));
    }
}
