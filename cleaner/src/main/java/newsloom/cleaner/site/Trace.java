package newsloom.cleaner.site;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import newsloom.text.shingles.Hash64;
import newsloom.text.shingles.Shingles;
import newsloom.text.tokens.Words;

/**
 * What is left of a text to compare its next version with, at most 133 bytes: its length, and a sample of its word 2-grams. Of their 16-bit hashes the sample holds the smallest ones: those below 2^(16 - level), where the
 * level is the lowest at which no more than {@value #MOST} are left. Two samples are compared at the higher level of both, so the sample of a part lies in that of the whole (Broder, On the resemblance and
 * containment of documents, 1997: the mod-m sketch, with an m for each length).
 *
 * @param words of the text
 * @param level see above, 0 to 16
 * @param sample sorted, distinct, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Trace(int words, int level, char[] sample) {
    static final int MOST = 64;

    private static final int RUN = 2;
    private static final int HEAD_BYTES = Integer.BYTES + 1;

    static Trace of(List<String> paragraphs) {
        var text = new Hashes();
        paragraphs.forEach(paragraph -> Words.each(paragraph, text));
        char[] values = Shingles.folded(Shingles.of(Arrays.copyOf(text.hashes, text.words), RUN));
        int level = 0;
        while (below(values, level) > MOST) {
            level++;
        }
        return new Trace(text.words, level, Arrays.copyOf(values, below(values, level)));
    }

    /** The part of this text that stands in the other one, 0 to 1, to some hundredths; 1 for a text without words. */
    double shareIn(Trace other) {
        int common = Math.max(level, other.level);
        char[] mine = Arrays.copyOf(sample, below(sample, common));
        char[] others = Arrays.copyOf(other.sample, below(other.sample, common));
        return mine.length == 0 ? 1 : (double) Shingles.shared(mine, others) / mine.length;
    }

    /** How many of the sorted values belong to that level. */
    private static int below(char[] values, int level) {
        int end = (1 << Character.SIZE) >> level;
        int n = values.length;
        while (n > 0 && values[n - 1] >= end) {
            n--;
        }
        return n;
    }

    int bytes() {
        return HEAD_BYTES + Character.BYTES * sample.length;
    }

    void write(ByteBuffer out) {
        out.putInt(words).put((byte) level);
        for (char value : sample) {
            out.putChar(value);
        }
    }

    /** Reads what {@link #write} wrote, to the end of the buffer. */
    static Trace read(ByteBuffer in) {
        int words = in.getInt();
        int level = in.get();
        var sample = new char[in.remaining() / Character.BYTES];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = in.getChar();
        }
        return new Trace(words, level, sample);
    }

    private static final class Hashes implements Words.Sink {
        private long[] hashes = new long[512];
        private int words;

        @Override
        public void word(char[] buffer, int length, boolean pair) {
            if (words == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * words);
            }
            hashes[words++] = Hash64.of(buffer, length);
        }
    }
}
