package newsloom.aggregator.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The index in memory, for offline use and tests. */
public final class InMemoryStoryIndex implements StoryIndex {
    private record Touched(long ms, long story) {}

    private record Fetched(long ms, String article) {}

    private record Place(long story, long fetchMs) {}

    private final Map<Long, StoryState> stories = new HashMap<>();
    private final Map<Integer, Postings> postings = new HashMap<>();
    private final Map<String, Place> articles = new HashMap<>();
    private final Map<Integer, TermCount> counts = new HashMap<>();
    private final TreeSet<Touched> byTouch =
            new TreeSet<>(Comparator.comparingLong(Touched::ms).thenComparing(Touched::story, Long::compareUnsigned));
    private final TreeSet<Fetched> byFetch =
            new TreeSet<>(Comparator.comparingLong(Fetched::ms).thenComparing(Fetched::article));
    private StreamTotals totals = StreamTotals.NONE;

    @Override
    public @Nullable StoryState story(long storyId) {
        return stories.get(storyId);
    }

    @Override
    public void putStory(StoryState story) {
        StoryState before = stories.put(story.id(), story);
        if (before != null) {
            byTouch.remove(new Touched(before.touchedMs(), before.id()));
        }
        byTouch.add(new Touched(story.touchedMs(), story.id()));
    }

    @Override
    public void removeStory(StoryState story) {
        StoryState before = stories.remove(story.id());
        if (before != null) {
            byTouch.remove(new Touched(before.touchedMs(), before.id()));
        }
    }

    @Override
    public List<Long> oldestStories(int limit) {
        return byTouch.stream().limit(limit).map(Touched::story).toList();
    }

    @Override
    public Postings postings(int term) {
        return postings.getOrDefault(term, Postings.NONE);
    }

    @Override
    public void putPostings(int term, Postings list) {
        if (list.size() == 0) {
            postings.remove(term);
        } else {
            postings.put(term, list);
        }
    }

    @Override
    public OptionalLong storyOf(String articleId) {
        Place place = articles.get(articleId);
        return place == null ? OptionalLong.empty() : OptionalLong.of(place.story());
    }

    @Override
    public void putArticle(String articleId, long storyId, long fetchMs) {
        removeArticle(articleId);
        articles.put(articleId, new Place(storyId, fetchMs));
        byFetch.add(new Fetched(fetchMs, articleId));
    }

    @Override
    public void removeArticle(String articleId) {
        Place before = articles.remove(articleId);
        if (before != null) {
            byFetch.remove(new Fetched(before.fetchMs(), articleId));
        }
    }

    @Override
    public List<String> oldestArticles(long fetchMs, int limit) {
        return byFetch.headSet(new Fetched(fetchMs, ""), false).stream()
                .limit(limit)
                .map(Fetched::article)
                .toList();
    }

    @Override
    public @Nullable TermCount count(int bucket) {
        return counts.get(bucket);
    }

    @Override
    public void putCount(int bucket, TermCount count) {
        counts.put(bucket, count);
    }

    @Override
    public StreamTotals totals() {
        return totals;
    }

    @Override
    public void putTotals(StreamTotals totals) {
        this.totals = totals;
    }
}
