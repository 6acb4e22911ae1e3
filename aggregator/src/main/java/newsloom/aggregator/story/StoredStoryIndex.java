package newsloom.aggregator.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The index over a store of bytes, which may hold several languages: every key begins with the language and a letter for what
 * it leads to. An article puts some 20 to 150 small values. Holds nothing itself, so a restored store is a restored index.
 *
 * <pre>
 * s story id      -> story            t touched, story id   -> nothing, an order
 * p term          -> postings         f fetched, article id -> nothing, an order
 * a article id    -> story, fetched   c bucket              -> count         n -> totals
 * </pre>
 */
public final class StoredStoryIndex implements StoryIndex {
    private static final byte[] NOTHING = new byte[0];

    /** After every key: no UTF-8 text begins with it. */
    private static final byte[] END = {(byte) 0xFF};

    private final ByteStore store;
    private final byte[] language;
    private final Consumer<StoryState> onRemoval;

    /**
     * The stories of one language.
     *
     * @param language any text without a null character
     * @param onRemoval told of every story that is removed, because it was forgotten or emptied
     */
    public StoredStoryIndex(ByteStore store, String language, Consumer<StoryState> onRemoval) {
        this.store = store;
        this.onRemoval = onRemoval;
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
        byte[] bytes = store.get(storyKey(storyId));
        return bytes == null ? null : StoryCodec.story(bytes);
    }

    @Override
    public void putStory(StoryState story) {
        StoryState before = story(story.id());
        if (before != null && before.touchedMs() != story.touchedMs()) {
            store.delete(touchedKey(before));
        }
        if (before == null || before.touchedMs() != story.touchedMs()) {
            store.put(touchedKey(story), NOTHING);
        }
        store.put(storyKey(story.id()), StoryCodec.toBytes(story));
    }

    @Override
    public void removeStory(StoryState story) {
        StoryState before = story(story.id());
        if (before != null) {
            store.delete(touchedKey(before));
            store.delete(storyKey(before.id()));
            onRemoval.accept(before);
        }
    }

    @Override
    public List<Long> oldestStories(int limit) {
        return store.keys(key('t', 0).array(), key('u', 0).array(), limit).stream()
                .map(key -> ByteBuffer.wrap(key).getLong(key.length - Long.BYTES))
                .toList();
    }

    @Override
    public Postings postings(int term) {
        byte[] bytes = store.get(key('p', Integer.BYTES).putInt(term).array());
        return bytes == null ? Postings.NONE : StoryCodec.postings(bytes);
    }

    @Override
    public void putPostings(int term, Postings postings) {
        byte[] key = key('p', Integer.BYTES).putInt(term).array();
        if (postings.size() == 0) {
            store.delete(key);
        } else {
            store.put(key, StoryCodec.toBytes(postings));
        }
    }

    @Override
    public OptionalLong storyOf(String articleId) {
        byte[] bytes = store.get(articleKey(articleId));
        return bytes == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(bytes).getLong());
    }

    @Override
    public void putArticle(String articleId, long storyId, long fetchMs) {
        removeArticle(articleId);
        byte[] place = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(storyId)
                .putLong(fetchMs)
                .array();
        store.put(articleKey(articleId), place);
        store.put(fetchedKey(fetchMs, articleId), NOTHING);
    }

    @Override
    public void removeArticle(String articleId) {
        byte[] place = store.get(articleKey(articleId));
        if (place != null) {
            store.delete(fetchedKey(ByteBuffer.wrap(place).getLong(Long.BYTES), articleId));
            store.delete(articleKey(articleId));
        }
    }

    @Override
    public List<String> oldestArticles(long fetchMs, int limit) {
        int prefix = language.length + 1 + Long.BYTES;
        return store.keys(key('f', 0).array(), fetchedKey(fetchMs, ""), limit).stream()
                .map(key -> new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public @Nullable TermCount count(int bucket) {
        byte[] bytes = store.get(key('c', Integer.BYTES).putInt(bucket).array());
        if (bytes == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new TermCount(in.getFloat(), in.getInt());
    }

    @Override
    public void putCount(int bucket, TermCount count) {
        byte[] value = ByteBuffer.allocate(Float.BYTES + Integer.BYTES)
                .putFloat(count.value())
                .putInt(count.epoch())
                .array();
        store.put(key('c', Integer.BYTES).putInt(bucket).array(), value);
    }

    @Override
    public StreamTotals totals() {
        byte[] bytes = store.get(key('n', 0).array());
        return bytes == null ? StreamTotals.NONE : StoryCodec.totals(bytes);
    }

    @Override
    public void putTotals(StreamTotals totals) {
        store.put(key('n', 0).array(), StoryCodec.toBytes(totals));
    }

    private byte[] storyKey(long storyId) {
        return key('s', Long.BYTES).putLong(storyId).array();
    }

    private byte[] articleKey(String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key('a', id.length).put(id).array();
    }

    private byte[] touchedKey(StoryState story) {
        return key('t', 2 * Long.BYTES)
                .putLong(ordered(story.touchedMs()))
                .putLong(story.id())
                .array();
    }

    private byte[] fetchedKey(long fetchMs, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key('f', Long.BYTES + id.length)
                .putLong(ordered(fetchMs))
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
