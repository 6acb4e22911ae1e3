package newsloom.aggregator.story.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The index over a store of bytes, which may hold several languages, see {@link IndexKeys}. An article puts some 20 to 150 small values. What was used last is in a {@link StoryMemory}; all of it is written to
 * the store at once: a restored store is a restored index, as long as nobody else writes there.
 */
public final class StoredStoryIndex implements StoryIndex {
    private final ByteStore store;
    private final StoryMemory memory;
    private final String name;
    private final IndexKeys keys;
    private final KeyOrder active;
    private final KeyOrder resting;
    private final KeyOrder noted;
    private final KeyOrder merges;
    private @Nullable StreamTotals totals;
    private @Nullable StoredCounts counts;

    /**
     * The stories of one language.
     *
     * @param memory of this store, shared by all its languages
     * @param language any text without a null character
     */
    public StoredStoryIndex(ByteStore store, StoryMemory memory, String language) {
        this.store = store;
        this.memory = memory;
        this.name = language;
        this.keys = new IndexKeys(language);
        this.active = new KeyOrder(store, keys.firstOfOrder(false));
        this.resting = new KeyOrder(store, keys.firstOfOrder(true));
        this.noted = new KeyOrder(store, keys.firstNoted());
        this.merges = new KeyOrder(store, keys.firstMerge());
    }

    /** The languages a store holds anything of. Costs one look for each of them. */
    public static List<String> languages(ByteStore store) {
        return IndexKeys.languages(store);
    }

    @Override
    public @Nullable StoryState story(long storyId) {
        return memory.story(name, storyId, this::stored);
    }

    private @Nullable StoryState stored(long storyId) {
        byte[] bytes = store.get(keys.story(storyId));
        return bytes == null ? null : StoryCodec.story(bytes);
    }

    @Override
    public void putStory(StoryState story) {
        StoryState before = story(story.id());
        byte[] order = keys.order(story);
        if (before == null || !Arrays.equals(keys.order(before), order)) {
            if (before != null) {
                order(before.resting()).delete(keys.order(before));
            }
            order(story.resting()).put(order);
        }
        if (before != null) {
            removeShown(before, story.movable());
        }
        store.put(keys.story(story.id()), StoryCodec.toBytes(story));
        memory.put(name, story.id(), story);
    }

    @Override
    public void removeStory(StoryState story) {
        StoryState before = story(story.id());
        if (before != null) {
            order(before.resting()).delete(keys.order(before));
            store.delete(keys.story(before.id()));
            removeShown(before, List.of());
            memory.put(name, before.id(), null);
        }
    }

    @Override
    public List<Long> oldestStories(boolean resting, long streamMs, int limit) {
        return order(resting).first(keys.order(resting, streamMs, 0), limit).stream()
                .map(IndexKeys::lastStory)
                .toList();
    }

    private KeyOrder order(boolean rests) {
        return rests ? resting : active;
    }

    @Override
    public @Nullable StoryMember shown(String articleId, StoryState story) {
        byte[] own = store.get(keys.shown(articleId));
        byte[] bytes = own == null && story.articles() == 1 ? store.get(keys.founder(story.id())) : own;
        return bytes == null ? null : MemberCodec.ofBytes(bytes);
    }

    @Override
    public void putShown(StoryMember shown) {
        store.put(keys.shown(shown.articleId()), MemberCodec.toBytes(shown));
    }

    private void removeShown(StoryState before, List<Member> but) {
        for (Member member : before.movable()) {
            if (but.stream().noneMatch(other -> other.articleId().equals(member.articleId()))) {
                store.delete(keys.shown(member.articleId()));
            }
        }
        if (before.articles() == 1 && but.size() != 1) {
            store.delete(keys.founder(before.id()));
        }
    }

    @Override
    public Postings postings(int term) {
        Postings known = memory.postings(name, term, this::storedPostings);
        return known == null ? Postings.NONE : known;
    }

    private @Nullable Postings storedPostings(int term) {
        byte[] bytes = store.get(keys.postings(term));
        return bytes == null ? null : StoryCodec.postings(bytes);
    }

    @Override
    public void putPostings(int term, Postings list) {
        byte[] key = keys.postings(term);
        memory.put(name, term, list);
        if (list.size() == 0) {
            store.delete(key);
        } else {
            store.put(key, StoryCodec.toBytes(list));
        }
    }

    @Override
    public @Nullable ArticlePlace place(String articleId) {
        return memory.place(name, articleId, this::storedPlace);
    }

    private @Nullable ArticlePlace storedPlace(String articleId) {
        byte[] bytes = store.get(keys.article(articleId));
        return bytes == null ? null : StoryCodec.place(bytes);
    }

    @Override
    public void putArticle(String articleId, ArticlePlace place) {
        removeArticle(articleId);
        putTotals(totals().withArticles(1));
        memory.put(name, articleId, place);
        store.put(keys.article(articleId), StoryCodec.toBytes(place));
        noted.put(keys.noted(place.notedMs(), articleId));
    }

    @Override
    public void removeArticle(String articleId) {
        ArticlePlace place = place(articleId);
        if (place != null) {
            noted.delete(keys.noted(place.notedMs(), articleId));
            store.delete(keys.article(articleId));
            memory.put(name, articleId, null);
            putTotals(totals().withArticles(-1));
        }
    }

    @Override
    public List<String> oldestArticles(long streamMs, int limit) {
        return noted.first(keys.noted(streamMs, ""), limit).stream()
                .map(keys::notedArticle)
                .toList();
    }

    @Override
    public OptionalLong mergedInto(long storyId) {
        byte[] bytes = store.get(keys.merged(storyId));
        return bytes == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(bytes).getLong());
    }

    @Override
    public void putMerged(long storyId, long into, long streamMs) {
        removeMerged(storyId);
        byte[] place = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(into)
                .putLong(streamMs)
                .array();
        store.put(keys.merged(storyId), place);
        merges.put(keys.mergeOrder(streamMs, storyId));
    }

    @Override
    public void removeMerged(long storyId) {
        byte[] place = store.get(keys.merged(storyId));
        if (place != null) {
            merges.delete(keys.mergeOrder(ByteBuffer.wrap(place).getLong(Long.BYTES), storyId));
            store.delete(keys.merged(storyId));
        }
    }

    @Override
    public List<Long> oldestMerged(long streamMs, int limit) {
        return merges.first(keys.mergeOrder(streamMs, 0), limit).stream()
                .map(IndexKeys::lastStory)
                .toList();
    }

    @Override
    public double count(int bucket) {
        return counts().of(bucket);
    }

    @Override
    public void count(int[] buckets) {
        StreamTotals before = totals();
        StreamTotals after = before.counting();
        counts().count(buckets, after.counted(), after.epoch() > before.epoch());
        putTotals(after);
    }

    private StoredCounts counts() {
        StoredCounts known = counts;
        if (known == null) {
            known = new StoredCounts(
                    store, keys::countPage, keys::countSlot, totals().counted(), StreamTotals.HALF_LIFE);
            counts = known;
        }
        return known;
    }

    @Override
    public StreamTotals totals() {
        StreamTotals known = totals;
        if (known == null) {
            byte[] bytes = store.get(keys.totals());
            known = bytes == null ? StreamTotals.NONE : StoryCodec.totals(bytes);
            totals = known;
        }
        return known;
    }

    @Override
    public void putTotals(StreamTotals now) {
        if (!now.equals(totals)) {
            totals = now;
            store.put(keys.totals(), StoryCodec.toBytes(now));
        }
    }
}
