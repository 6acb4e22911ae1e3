package newsloom.aggregator.story;

import org.jspecify.annotations.Nullable;

/**
 * Where an article or a copy is.
 *
 * @param story the story that holds it
 * @param fetchMs when it was fetched, by which it is forgotten
 * @param copyOn the site of a copy, may be empty; null for an article in its own right
 */
public record ArticlePlace(
        long story, long fetchMs, @Nullable String copyOn) {
    boolean isCopy() {
        return copyOn != null;
    }
}
