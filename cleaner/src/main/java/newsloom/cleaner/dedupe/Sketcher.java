package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import newsloom.text.shingles.Hash64;
import newsloom.text.shingles.Shingles;
import newsloom.text.tokens.Numbers;
import newsloom.text.tokens.Words;

/**
 * Makes the {@link Sketch} of an article. Only paragraphs of 20 words and more are compared, since short ones are what pages of a
 * site share (menus, teasers, captions); when those hold less than a quarter of the words, all paragraphs are: a site that writes in
 * one-line paragraphs must not be judged by its one long disclaimer.
 *
 * <p>Stateless, so safe for any thread; linear in the text but for the sorting of a few hundred values.
 */
public final class Sketcher {
    /** Compared words at most; more would make 16-bit shingles meet by chance too often. */
    static final int MAX_WORDS = 8192;

    private static final int LONG_PARAGRAPH_WORDS = 20;
    private static final double MIN_LONG_SHARE = 0.25;
    private static final int ANCHOR_RUN = 5;
    private static final int ANCHOR_SAMPLE = 32;
    /** Runs from the start of a text: about as many as its lead has. */
    private static final int BEGINNING = 64;

    private static final int ANCHOR_SAMPLE_OF_BEGINNING = 16;
    private static final int SHINGLE_RUN = 3;

    /** {@code paragraphs} as in the article, in order; what is in them beyond {@value #MAX_WORDS} words is not looked at. */
    public Sketch sketch(String id, long timeMs, List<String> paragraphs) {
        var all = new HashedWords();
        var compared = new HashedWords();
        var longOnes = new ArrayList<String>();
        for (var paragraph : paragraphs) {
            int from = all.length;
            double before = all.words;
            Words.each(paragraph, all);
            if (all.words - before >= LONG_PARAGRAPH_WORDS) {
                compared.addAll(all, from, all.words - before);
                longOnes.add(paragraph);
            }
        }
        boolean inLines = compared.words < MIN_LONG_SHARE * all.words;
        var fillings = Fillings.of(inLines ? paragraphs : longOnes, MAX_WORDS);
        return (inLines ? all : compared).sketch(id, Math.max(0, timeMs), fillings);
    }

    /** Splits at empty lines, then as {@link #sketch(String, long, List)}. */
    public Sketch sketch(String id, long timeMs, String text) {
        return sketch(id, timeMs, Arrays.asList(text.split("\\n\\s*\\n", -1)));
    }

    /** Hashes of words as they come, each with the hash of the number it is, or 0. */
    private static final class HashedWords implements Words.Sink {
        private long[] hashes = new long[512];
        private char[] numbers = new char[512];
        private int length;
        private double words;

        @Override
        public void word(char[] buffer, int characters, boolean pair) {
            int figure = Numbers.length(buffer, characters);
            words += pair ? 0.5 : 1;
            if (length < MAX_WORDS) {
                ensure(length + 1);
                hashes[length] = Hash64.of(buffer, characters);
                numbers[length++] = figure == 0 ? 0 : (char) Math.max(1, (int) Hash64.of(buffer, figure) & 0xFFFF);
            }
        }

        void addAll(HashedWords other, int from, double otherWords) {
            int n = other.length - from;
            ensure(length + n);
            System.arraycopy(other.hashes, from, hashes, length, n);
            System.arraycopy(other.numbers, from, numbers, length, n);
            length += n;
            words += otherWords;
        }

        Sketch sketch(String id, long timeMs, int[] fillings) {
            var text = Arrays.copyOf(hashes, length);
            long textHash = length;
            for (long word : text) {
                textHash = Hash64.append(textHash, word);
            }
            return new Sketch(
                    id,
                    timeMs,
                    Origin.UNKNOWN,
                    (int) Math.ceil(words),
                    Hash64.mix(textHash),
                    anchors(Shingles.of(text, ANCHOR_RUN)),
                    Shingles.folded(Shingles.of(text, SHINGLE_RUN)),
                    differentNumbers(),
                    fillings);
        }

        /** Excerpts are cut from the beginning, and short texts have nothing else: there the sample is denser, and the smallest of it is always taken. */
        private static long[] anchors(long[] runs) {
            long[] ofAll = Shingles.anchors(runs, ANCHOR_SAMPLE);
            long[] ofBeginning =
                    Shingles.anchors(Arrays.copyOf(runs, Math.min(BEGINNING, runs.length)), ANCHOR_SAMPLE_OF_BEGINNING);
            return LongStream.concat(Arrays.stream(ofAll), Arrays.stream(ofBeginning))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private char[] differentNumbers() {
            var found = new long[length];
            int n = 0;
            for (int i = 0; i < length; i++) {
                if (numbers[i] != 0) {
                    found[n++] = numbers[i];
                }
            }
            return Shingles.folded(Arrays.copyOf(found, n));
        }

        private void ensure(int capacity) {
            if (capacity > hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.max(capacity, 2 * hashes.length));
                numbers = Arrays.copyOf(numbers, hashes.length);
            }
        }
    }
}
