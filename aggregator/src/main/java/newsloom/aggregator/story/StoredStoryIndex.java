package newsloom.aggregator.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The index over a store of bytes, which may hold several languages: every key begins with the language and a letter for what
 * it leads to. An article puts some 20 to 150 small values. Remembers what was used last, some 20 to 40 MB of it, and writes all of it to
 * the store at once: a restored store is a restored index, as long as nobody else writes there.
 *
 * <pre>
 * s story id      -> story            t touched, story id   -> nothing, an order; r likewise, of those that rest
 * p term          -> postings         f noted, article id   -> nothing, an order
 * a article id    -> its place        c page, l place in ring -> counts, see StoredCounts
 * n               -> totals
 * v story id      -> its founder, while that is its only article
 * m merged story  -> story, when      o when, merged story  -> nothing, an order
 * </pre>
 */
public final class StoredStoryIndex implements StoryIndex {
    private static final byte[] NOTHING = new byte[0];

    /** After every key: no UTF-8 text begins with it. */
    private static final byte[] END = {(byte) 0xFF};

    private static final int RECENT_STORIES = 2_048;
    private static final int RECENT_POSTINGS = 16_384;

    private final ByteStore store;
    private final byte[] language;
    private final Recent<Long, StoryState> stories = new Recent<>(RECENT_STORIES);
    private final Recent<Integer, Postings> postings = new Recent<>(RECENT_POSTINGS);
    private @Nullable StreamTotals totals;
    private @Nullable StoredCounts counts;

    /**
     * The stories of one language.
     *
     * @param language any text without a null character
     */
    public StoredStoryIndex(ByteStore store, String language) {
        this.store = store;
        this.language = (language + "\u0000").getBytes(StandardCharsets.UTF_8);
    }

    /** The languages a store holds anything of. Costs one look for each of them. */
    public static List<String> languages(ByteStore store) {
        var languages = new ArrayList<String>();
        byte[] from = {};
        while (true) {
            List<byte[]> next = store.keys(from, END, 1);
            if (next.isEmpty()) {
                return languages;
            }
            byte[] key = next.get(0);
            int length = 0;
            while (key[length] != 0) {
                length++;
            }
            languages.add(new String(key, 0, length, StandardCharsets.UTF_8));
            from = Arrays.copyOf(key, length + 1);
            from[length] = 1;
        }
    }

    @Override
    public @Nullable StoryState story(long storyId) {
        return stories.get(storyId, this::stored);
    }

    private @Nullable StoryState stored(long storyId) {
        byte[] bytes = store.get(storyKey(storyId));
        return bytes == null ? null : StoryCodec.story(bytes);
    }

    @Override
    public void putStory(StoryState story) {
        StoryState before = story(story.id());
        byte[] order = orderKey(story);
        if (before == null || !Arrays.equals(orderKey(before), order)) {
            if (before != null) {
                store.delete(orderKey(before));
            }
            store.put(order, NOTHING);
        }
        store.put(storyKey(story.id()), StoryCodec.toBytes(story));
        stories.put(story.id(), story);
    }

    @Override
    public void removeStory(StoryState story) {
        StoryState before = story(story.id());
        if (before != null) {
            store.delete(orderKey(before));
            store.delete(storyKey(before.id()));
            stories.put(before.id(), null);
        }
    }

    @Override
    public List<Long> oldestStories(boolean resting, long streamMs, int limit) {
        byte[] first = key(resting ? 'r' : 't', 0).array();
        return store.keys(first, orderKey(resting, streamMs, 0), limit).stream()
                .map(key -> ByteBuffer.wrap(key).getLong(key.length - Long.BYTES))
                .toList();
    }

    @Override
    public @Nullable StoryMember founder(long storyId) {
        byte[] bytes = store.get(founderKey(storyId));
        return bytes == null ? null : LedgerCodec.member(bytes);
    }

    @Override
    public void putFounder(long storyId, StoryMember founder) {
        store.put(founderKey(storyId), LedgerCodec.toBytes(founder));
    }

    @Override
    public void removeFounder(long storyId) {
        store.delete(founderKey(storyId));
    }

    @Override
    public Postings postings(int term) {
        Postings known = postings.get(term, this::storedPostings);
        return known == null ? Postings.NONE : known;
    }

    private @Nullable Postings storedPostings(int term) {
        byte[] bytes = store.get(key('p', Integer.BYTES).putInt(term).array());
        return bytes == null ? null : StoryCodec.postings(bytes);
    }

    @Override
    public void putPostings(int term, Postings list) {
        byte[] key = key('p', Integer.BYTES).putInt(term).array();
        postings.put(term, list);
        if (list.size() == 0) {
            store.delete(key);
        } else {
            store.put(key, StoryCodec.toBytes(list));
        }
    }

    @Override
    public @Nullable ArticlePlace place(String articleId) {
        byte[] bytes = store.get(articleKey(articleId));
        return bytes == null ? null : StoryCodec.place(bytes);
    }

    @Override
    public void putArticle(String articleId, ArticlePlace place) {
        removeArticle(articleId);
        putTotals(totals().withArticles(1));
        store.put(articleKey(articleId), StoryCodec.toBytes(place));
        store.put(notedKey(place.notedMs(), articleId), NOTHING);
    }

    @Override
    public void removeArticle(String articleId) {
        ArticlePlace place = place(articleId);
        if (place != null) {
            store.delete(notedKey(place.notedMs(), articleId));
            store.delete(articleKey(articleId));
            putTotals(totals().withArticles(-1));
        }
    }

    @Override
    public List<String> oldestArticles(long streamMs, int limit) {
        int prefix = language.length + 1 + Long.BYTES;
        return store.keys(key('f', 0).array(), notedKey(streamMs, ""), limit).stream()
                .map(key -> new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public OptionalLong mergedInto(long storyId) {
        byte[] bytes = store.get(mergedKey(storyId));
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
        store.put(mergedKey(storyId), place);
        store.put(mergeOrderKey(streamMs, storyId), NOTHING);
    }

    @Override
    public void removeMerged(long storyId) {
        byte[] place = store.get(mergedKey(storyId));
        if (place != null) {
            store.delete(mergeOrderKey(ByteBuffer.wrap(place).getLong(Long.BYTES), storyId));
            store.delete(mergedKey(storyId));
        }
    }

    @Override
    public List<Long> oldestMerged(long streamMs, int limit) {
        return store.keys(key('o', 0).array(), mergeOrderKey(streamMs, 0), limit).stream()
                .map(key -> ByteBuffer.wrap(key).getLong(key.length - Long.BYTES))
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
                    store,
                    page -> key('c', Long.BYTES).putLong(page).array(),
                    slot -> key('l', Long.BYTES).putLong(slot).array(),
                    totals().counted(),
                    StreamTotals.HALF_LIFE);
            counts = known;
        }
        return known;
    }

    @Override
    public StreamTotals totals() {
        StreamTotals known = totals;
        if (known == null) {
            byte[] bytes = store.get(key('n', 0).array());
            known = bytes == null ? StreamTotals.NONE : StoryCodec.totals(bytes);
            totals = known;
        }
        return known;
    }

    @Override
    public void putTotals(StreamTotals now) {
        if (!now.equals(totals)) {
            totals = now;
            store.put(key('n', 0).array(), StoryCodec.toBytes(now));
        }
    }

    private byte[] storyKey(long storyId) {
        return key('s', Long.BYTES).putLong(storyId).array();
    }

    private byte[] mergedKey(long storyId) {
        return key('m', Long.BYTES).putLong(storyId).array();
    }

    private byte[] mergeOrderKey(long streamMs, long storyId) {
        return key('o', 2 * Long.BYTES)
                .putLong(ordered(streamMs))
                .putLong(storyId)
                .array();
    }

    private byte[] articleKey(String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key('a', id.length).put(id).array();
    }

    private byte[] orderKey(StoryState story) {
        return orderKey(story.resting(), story.touchedMs(), story.id());
    }

    private byte[] orderKey(boolean resting, long touchedMs, long storyId) {
        return key(resting ? 'r' : 't', 2 * Long.BYTES)
                .putLong(ordered(touchedMs))
                .putLong(storyId)
                .array();
    }

    private byte[] founderKey(long storyId) {
        return key('v', Long.BYTES).putLong(storyId).array();
    }

    private byte[] notedKey(long streamMs, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key('f', Long.BYTES + id.length)
                .putLong(ordered(streamMs))
                .put(id)
                .array();
    }

    /** With the sign turned, so that times before 1970 come first among unsigned bytes. */
    private static long ordered(long ms) {
        return ms ^ Long.MIN_VALUE;
    }

    private ByteBuffer key(char kind, int more) {
        return ByteBuffer.allocate(language.length + 1 + more).put(language).put((byte) kind);
    }
}
