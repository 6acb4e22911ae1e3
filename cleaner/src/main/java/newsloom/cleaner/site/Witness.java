package newsloom.cleaner.site;

import java.nio.ByteBuffer;
import newsloom.text.shingles.Hash64;
import newsloom.text.tokens.Numbers;
import newsloom.text.tokens.Words;

/**
 * An article that a block was seen in, as 12 bytes: enough to tell whether another article is a different one.
 *
 * @param url hash of the URL key
 * @param headline one bit for each word of the headline; numbers have none, so that the parts of a series look alike
 */
public record Witness(int url, long headline) {
    static final int BYTES = Integer.BYTES + Long.BYTES;

    /** Headlines that share this part of their words are one article at two addresses, two versions of it, or a series. */
    private static final double SAME_HEADLINE = 0.5;

    /** The witness for an article; {@code headline} may be empty. */
    public static Witness of(String urlKey, String headline) {
        long[] bits = {0};
        Words.each(headline, (buffer, length, pair) -> {
            if (Numbers.length(buffer, length) == 0) {
                bits[0] |= 1L << (Hash64.of(buffer, length) & 63);
            }
        });
        return new Witness((int) Hash64.of(urlKey), bits[0]);
    }

    /** Whether there was a word in the headline: without, nothing can be told of the article. */
    boolean isKnown() {
        return headline != 0;
    }

    /** Another address and clearly another headline. */
    boolean differsFrom(Witness other) {
        int shared = Long.bitCount(headline & other.headline);
        return url != other.url
                && isKnown()
                && other.isKnown()
                && shared < SAME_HEADLINE * Long.bitCount(headline | other.headline);
    }

    void write(ByteBuffer out) {
        out.putInt(url).putLong(headline);
    }

    static Witness read(ByteBuffer in) {
        return new Witness(in.getInt(), in.getLong());
    }
}
