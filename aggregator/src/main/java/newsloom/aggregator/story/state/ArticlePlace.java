package newsloom.aggregator.story.state;

import org.jspecify.annotations.Nullable;

/**
 * Where an article or a copy is, or was.
 *
 * @param story the story that holds it
 * @param notedMs stream time when that was noted, by which it is forgotten
 * @param copyOn the site of a copy, may be empty; null for an article in its own right
 * @param gone whether it was taken back, or another one took its place: the story holds it no more
 */
public record ArticlePlace(
        long story, long notedMs, @Nullable String copyOn, boolean gone) {

    /** Of an article in its own right. */
    public static ArticlePlace article(long story, long nowMs) {
        return new ArticlePlace(story, nowMs, null, false);
    }

    /** Of a copy; its site may be empty. */
    public static ArticlePlace copy(long story, long nowMs, String site) {
        return new ArticlePlace(story, nowMs, site, false);
    }

    /** Kept so that what comes for it later still finds its story. */
    public static ArticlePlace gone(long story, long nowMs) {
        return new ArticlePlace(story, nowMs, null, true);
    }

    /** The same, noted at another time. */
    public ArticlePlace noted(long streamMs) {
        return new ArticlePlace(story, streamMs, copyOn, gone);
    }

    /** Whether it is a copy and no article in its own right. */
    public boolean isCopy() {
        return copyOn != null;
    }

    /** Whether it is an article in its own right that its story still holds. */
    public boolean isArticle() {
        return copyOn == null && !gone;
    }
}
