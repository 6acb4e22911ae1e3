package newsloom.cleaner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.KeyValues;
import newsloom.contract.serde.AvroBytes;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.StoryArticle;
import org.jspecify.annotations.Nullable;

/**
 * What was given out as an article, for the record that takes it back when a fuller text comes: address, site, headline. Filed by window of time as the duplicate index
 * files its texts, so that forgetting is deleting a range. Not thread-safe.
 */
public final class GivenArticles {

    private static final AvroBytes<StoryArticle> BYTES = new AvroBytes<>(StoryArticle.class);

    private final KeyValues store;
    private final long windowMs;

    /** @param memory length of a window; an article is found for at least that long */
    public GivenArticles(KeyValues store, Duration memory) {
        this.store = store;
        this.windowMs = memory.toMillis();
    }

    /** What is kept of an article. */
    public static StoryArticle entry(Article article) {
        return StoryArticle.newBuilder()
                .setId(article.getId())
                .setUrl(article.getUrl())
                .setTitle(article.getTitle())
                .setSite(article.getSite())
                .setPublished(article.getPublished())
                .setFetchTime(article.getFetchTime())
                .build();
    }

    static byte[] bytes(StoryArticle entry) {
        return BYTES.encode(entry);
    }

    static StoryArticle entry(byte[] bytes) {
        return BYTES.decode(bytes);
    }

    /** Files what is given out, if the decision says that it is; returns the article whose place it takes, null where there is none or it is forgotten. */
    public @Nullable StoryArticle decided(StoryArticle fresh, Decision decision, long timeMs) {
        var old = decision instanceof Decision.Supersedes supersedes ? find(supersedes.oldId(), timeMs) : null;
        if (!(decision instanceof Decision.Copy)) {
            store.put(key(window(fresh.getFetchTime().toEpochMilli()), fresh.getId()), bytes(fresh));
        }
        return old;
    }

    /** The article of that id given out about {@code timeMs} or in the window before or after; null where it is forgotten. */
    private @Nullable StoryArticle find(String id, long timeMs) {
        for (int window = window(timeMs) + 1; window >= Math.max(0, window(timeMs) - 1); window--) {
            byte[] bytes = store.get(key(window, id));
            if (bytes != null) {
                return BYTES.decode(bytes);
            }
        }
        return null;
    }

    /** Deletes at most {@code max} of what {@link #find} cannot reach from {@code nowMs} on. */
    public void expire(long nowMs, int max) {
        store.deleteBelow(key(Math.max(0, window(nowMs) - 1), ""), max);
    }

    private int window(long timeMs) {
        return (int) (Math.max(0, timeMs) / windowMs);
    }

    private static byte[] key(int window, String id) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + name.length)
                .putInt(window)
                .put(name)
                .array();
    }
}
