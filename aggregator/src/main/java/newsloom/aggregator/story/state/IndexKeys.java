package newsloom.aggregator.story.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of a {@link StoredStoryIndex}: the language, a letter for what they lead to, and what tells one from another there. Immutable.
 *
 * <pre>
 * s story id      -> story            t touched, story id   -> nothing, an order; r likewise, of those that rest
 * p term          -> postings         f noted, article id   -> nothing, an order
 * a article id    -> its place        c page, l place in ring -> counts, see StoredCounts
 * n               -> totals
 * w article id    -> what is shown of it, while it may go to another story
 * v story id      -> the same of its only article, where an earlier build left it
 * m merged story  -> story, when      o when, merged story  -> nothing, an order
 * </pre>
 */
final class IndexKeys {
    /** After every key: no UTF-8 text begins with it. */
    private static final byte[] END = {(byte) 0xFF};

    private final byte[] language;

    IndexKeys(String language) {
        this.language = (language + "\u0000").getBytes(StandardCharsets.UTF_8);
    }

    /** The languages a store holds anything of. Costs one look for each of them. */
    static List<String> languages(ByteStore store) {
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

    byte[] story(long storyId) {
        return of('s', storyId);
    }

    byte[] postings(int term) {
        return key('p', Integer.BYTES).putInt(term).array();
    }

    byte[] founder(long storyId) {
        return of('v', storyId);
    }

    byte[] merged(long storyId) {
        return of('m', storyId);
    }

    byte[] countPage(long page) {
        return of('c', page);
    }

    byte[] countSlot(long slot) {
        return of('l', slot);
    }

    byte[] totals() {
        return first('n');
    }

    byte[] article(String articleId) {
        return of('a', articleId);
    }

    byte[] shown(String articleId) {
        return of('w', articleId);
    }

    byte[] noted(long streamMs, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key('f', Long.BYTES + id.length)
                .putLong(ordered(streamMs))
                .put(id)
                .array();
    }

    byte[] firstNoted() {
        return first('f');
    }

    /** The article of a key of {@link #noted}. */
    String notedArticle(byte[] key) {
        int prefix = language.length + 1 + Long.BYTES;
        return new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8);
    }

    byte[] order(StoryState story) {
        return order(story.resting(), story.touchedMs(), story.id());
    }

    byte[] order(boolean resting, long touchedMs, long storyId) {
        return ordered(resting ? 'r' : 't', touchedMs, storyId);
    }

    byte[] firstOfOrder(boolean resting) {
        return first(resting ? 'r' : 't');
    }

    byte[] mergeOrder(long streamMs, long storyId) {
        return ordered('o', streamMs, storyId);
    }

    byte[] firstMerge() {
        return first('o');
    }

    /** The story of a key of {@link #order} or {@link #mergeOrder}. */
    static long lastStory(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    private byte[] ordered(char kind, long ms, long storyId) {
        return key(kind, 2 * Long.BYTES).putLong(ordered(ms)).putLong(storyId).array();
    }

    /** With the sign turned, so that times before 1970 come first among unsigned bytes. */
    private static long ordered(long ms) {
        return ms ^ Long.MIN_VALUE;
    }

    private byte[] first(char kind) {
        return key(kind, 0).array();
    }

    private byte[] of(char kind, String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        return key(kind, id.length).put(id).array();
    }

    private byte[] of(char kind, long id) {
        return key(kind, Long.BYTES).putLong(id).array();
    }

    private ByteBuffer key(char kind, int more) {
        return ByteBuffer.allocate(language.length + 1 + more).put(language).put((byte) kind);
    }
}
