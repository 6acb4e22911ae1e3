package newsloom.aggregator.story.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The index in memory, for offline use and tests. */
public final class InMemoryStoryIndex implements StoryIndex {
    private record Touched(long ms, long story) {}

    private record Noted(long ms, String article) {}

    private final Map<Long, StoryState> stories = new HashMap<>();
    private final Map<Integer, Postings> postings = new HashMap<>();
    private final Map<String, ArticlePlace> articles = new HashMap<>();
    private final TermCounts counts = new TermCounts();
    private final Map<Long, Touched> merged = new HashMap<>();
    private final Map<String, StoryMember> shown = new HashMap<>();
    private final NavigableSet<Touched> active = inOrder();
    private final NavigableSet<Touched> resting = inOrder();
    private final NavigableSet<Touched> byMerge = inOrder();
    private final TreeSet<Noted> byTime =
            new TreeSet<>(Comparator.comparingLong(Noted::ms).thenComparing(Noted::article));
    private StreamTotals totals = StreamTotals.NONE;

    private static NavigableSet<Touched> inOrder() {
        return new TreeSet<>(
                Comparator.comparingLong(Touched::ms).thenComparing(Touched::story, Long::compareUnsigned));
    }

    @Override
    public @Nullable StoryState story(long storyId) {
        return stories.get(storyId);
    }

    @Override
    public void putStory(StoryState story) {
        replace(stories.put(story.id(), story), story.movable());
        order(story).add(new Touched(story.touchedMs(), story.id()));
    }

    @Override
    public void removeStory(StoryState story) {
        replace(stories.remove(story.id()), List.of());
    }

    private void replace(@Nullable StoryState before, List<Member> movable) {
        if (before != null) {
            order(before).remove(new Touched(before.touchedMs(), before.id()));
            before.movable()
                    .forEach(member -> shown.computeIfPresent(
                            member.articleId(),
                            (id, known) -> movable.stream()
                                            .anyMatch(other -> other.articleId().equals(id))
                                    ? known
                                    : null));
        }
    }

    private NavigableSet<Touched> order(StoryState story) {
        return story.resting() ? resting : active;
    }

    @Override
    public List<Long> oldestStories(boolean rest, long streamMs, int limit) {
        return (rest ? resting : active)
                .headSet(new Touched(streamMs, 0), false).stream()
                        .limit(limit)
                        .map(Touched::story)
                        .toList();
    }

    @Override
    public @Nullable StoryMember shown(String articleId, StoryState story) {
        return shown.get(articleId);
    }

    @Override
    public void putShown(StoryMember member) {
        shown.put(member.articleId(), member);
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
    public @Nullable ArticlePlace place(String articleId) {
        return articles.get(articleId);
    }

    @Override
    public void putArticle(String articleId, ArticlePlace place) {
        removeArticle(articleId);
        totals = totals.withArticles(1);
        articles.put(articleId, place);
        byTime.add(new Noted(place.notedMs(), articleId));
    }

    @Override
    public void removeArticle(String articleId) {
        ArticlePlace before = articles.remove(articleId);
        if (before != null) {
            byTime.remove(new Noted(before.notedMs(), articleId));
            totals = totals.withArticles(-1);
        }
    }

    @Override
    public List<String> oldestArticles(long streamMs, int limit) {
        return byTime.headSet(new Noted(streamMs, ""), false).stream()
                .limit(limit)
                .map(Noted::article)
                .toList();
    }

    @Override
    public OptionalLong mergedInto(long storyId) {
        Touched place = merged.get(storyId);
        return place == null ? OptionalLong.empty() : OptionalLong.of(place.story());
    }

    @Override
    public void putMerged(long storyId, long into, long streamMs) {
        removeMerged(storyId);
        merged.put(storyId, new Touched(streamMs, into));
        byMerge.add(new Touched(streamMs, storyId));
    }

    @Override
    public void removeMerged(long storyId) {
        Touched before = merged.remove(storyId);
        if (before != null) {
            byMerge.remove(new Touched(before.ms(), storyId));
        }
    }

    @Override
    public List<Long> oldestMerged(long streamMs, int limit) {
        return byMerge.headSet(new Touched(streamMs, 0), false).stream()
                .limit(limit)
                .map(Touched::story)
                .toList();
    }

    @Override
    public double count(int bucket) {
        return counts.of(bucket);
    }

    @Override
    public void count(int[] buckets) {
        for (int bucket : buckets) {
            counts.add(bucket);
        }
        StreamTotals before = totals;
        totals = before.counting();
        if (totals.epoch() > before.epoch()) {
            counts.halve();
        }
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
