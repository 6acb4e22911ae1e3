package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one home: {@link Reference} → a {@link KnownText} as bytes. A reference is filed once and never changes: a new version of an article has another one, so a comparison gives the same whenever it is made.
 * Whole windows are forgotten, and how far that has come is kept, so that a text that is forgotten can be told from one that has not come yet. For one thread.
 */
final class FiledTexts {
    /** Behind all references. */
    private static final byte[] FORGOTTEN_BELOW = {-1, -1, -1, -1};

    private final KeyValues store;
    private final Windows windows;

    /** {@code retention}: how long a text is remembered, at least an hour. */
    FiledTexts(KeyValues store, Duration retention) {
        this.store = store;
        this.windows = Windows.of(retention);
    }

    void file(Reference text, byte[] bytes) {
        store.put(text.key(), bytes);
    }

    byte @Nullable [] bytes(Reference text) {
        return store.get(text.key());
    }

    /** The text as one of {@code timeMs} sees it; null where it does not. */
    @Nullable
    KnownText seen(Reference text, long timeMs) {
        byte[] bytes = bytes(text);
        var known = bytes == null ? null : SketchCodec.decodeText(bytes);
        return known != null && windows.sees(timeMs, known.timeMs()) ? known : null;
    }

    /** Whether a text may still come under this reference: it is neither filed nor forgotten. */
    boolean isAwaited(Reference text) {
        return bytes(text) == null && text.window() >= forgottenBelow();
    }

    /** Deletes at most {@code max} texts that none of {@code nowMs} or later can see; returns how many. */
    int expire(long nowMs, int max) {
        byte[] end = windows.forgottenBelow(nowMs);
        if (ByteBuffer.wrap(end).getInt() > forgottenBelow()) {
            store.put(FORGOTTEN_BELOW, end);
        }
        return store.deleteBelow(end, max);
    }

    private int forgottenBelow() {
        byte[] window = store.get(FORGOTTEN_BELOW);
        return window == null ? Integer.MIN_VALUE : ByteBuffer.wrap(window).getInt();
    }
}
