package newsloom.aggregator.story;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one language, as the decision sees it. One task reads and writes it; not thread-safe. What was put
 * is what is read next, and what was removed is gone.
 */
public interface StoryIndex {
    /** The story, or null when there is none of this id (any more). */
    @Nullable
    StoryState story(long storyId);

    /** Puts the story and lets it stand in the order of {@link #oldestStories} by its {@code touchedMs}. */
    void putStory(StoryState story);

    void removeStory(StoryState story);

    /** Stories by ascending ({@code touchedMs}, unsigned id), at most {@code limit}. */
    List<Long> oldestStories(int limit);

    /** Never null; empty for a term that leads nowhere. */
    Postings postings(int term);

    /** An empty list is removed. */
    void putPostings(int term, Postings postings);

    /** The story that holds the article or the reprint. */
    OptionalLong storyOf(String articleId);

    /**
     * Notes the story that holds an article or reprint; an earlier entry of the article is replaced.
     *
     * @param fetchMs orders {@link #oldestArticles}
     */
    void putArticle(String articleId, long storyId, long fetchMs);

    void removeArticle(String articleId);

    /** Articles with a fetch time before {@code fetchMs}, oldest first, at most {@code limit}. */
    List<String> oldestArticles(long fetchMs, int limit);

    /** How often a term was counted; the value is a decayed count and its epoch, see {@link Frequencies}. */
    @Nullable
    TermCount count(int bucket);

    void putCount(int bucket, TermCount count);

    StreamTotals totals();

    void putTotals(StreamTotals totals);
}
