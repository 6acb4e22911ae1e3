package newsloom.aggregator.story.state;

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

    /** Puts the story and lets it stand in its order of {@link #oldestStories} by its {@code touchedMs}; what is shown of members that are movable no more goes. */
    void putStory(StoryState story);

    /** With what is shown of its members. */
    void removeStory(StoryState story);

    /** Stories that rest, or that do not, touched before {@code streamMs}, by ascending ({@code touchedMs}, unsigned id), at most {@code limit}. */
    List<Long> oldestStories(boolean resting, long streamMs, int limit);

    /** What is shown of one of the {@link StoryState#movable} members of the story; null where that was not put. */
    @Nullable
    StoryMember shown(String articleId, StoryState story);

    /** Of an article whose story was put; it goes when the article is no movable member of that story any more. */
    void putShown(StoryMember shown);

    /** Never null; empty for a term that leads nowhere. */
    Postings postings(int term);

    /** An empty list is removed. */
    void putPostings(int term, Postings postings);

    /** Where an article or a copy is; null when it is not known (any more). */
    @Nullable
    ArticlePlace place(String articleId);

    /** The story that holds the article or the copy now. */
    default OptionalLong storyOf(String articleId) {
        ArticlePlace place = place(articleId);
        return place == null || place.gone() ? OptionalLong.empty() : OptionalLong.of(place.story());
    }

    /** Notes where an article or copy is; an earlier entry of it is replaced. Its time orders {@link #oldestArticles}; the totals know how many there are. */
    void putArticle(String articleId, ArticlePlace place);

    void removeArticle(String articleId);

    /** The story that took in another one, as {@link #putMerged} noted it; empty for a story that was not merged. */
    OptionalLong mergedInto(long storyId);

    /**
     * Notes that a story became part of another one.
     *
     * @param streamMs when, for {@link #oldestMerged}
     */
    void putMerged(long storyId, long into, long streamMs);

    void removeMerged(long storyId);

    /** Merged stories noted before {@code streamMs}, oldest first, at most {@code limit}. */
    List<Long> oldestMerged(long streamMs, int limit);

    /** Articles noted before {@code streamMs}, oldest first, at most {@code limit}. */
    List<String> oldestArticles(long streamMs, int limit);

    /** How often a term of this bucket was counted, halved from time to time; see {@link Frequencies}. */
    double count(int bucket);

    /** Counts an article: each of these buckets once more; the totals know of it. */
    void count(int[] buckets);

    StreamTotals totals();

    void putTotals(StreamTotals totals);
}
