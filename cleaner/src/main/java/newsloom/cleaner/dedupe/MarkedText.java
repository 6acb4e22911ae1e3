package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsloom.text.shingles.Hash64;
import newsloom.text.shingles.Shingles;
import newsloom.text.tokens.Words;

/**
 * A text as its pieces, between spaces (in scripts without spaces, single characters), each with the words that begin in it; so that it can be said of every piece whether its words stand in another text. Runs
 * of words go over the ends of paragraphs, as they do in the decision.
 */
final class MarkedText {
    private static final int RUN = 3;

    /** A longer piece of a script without spaces is cut into its characters. */
    private static final int LONGEST_PIECE_WORDS = 3;

    /** A piece of a paragraph; {@code from} and {@code to} are its words. */
    private record Piece(String text, boolean spaceBefore, int from, int to) {}

    private final List<List<Piece>> paragraphs = new ArrayList<>();
    private final List<Long> words = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final Map<Long, Integer> paragraphs3 = new HashMap<>();
    private long[] shingles = {};

    private MarkedText() {}

    static MarkedText of(String text) {
        var marked = new MarkedText();
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            if (!paragraph.isBlank()) {
                marked.add(paragraph);
            }
        }
        marked.shingles =
                Shingles.of(marked.words.stream().mapToLong(Long::longValue).toArray(), RUN);
        for (int i = marked.size() - 1; i >= 0; i--) {
            for (long shingle : marked.shinglesOf(i)) {
                marked.paragraphs3.put(shingle, i);
            }
        }
        return marked;
    }

    int size() {
        return paragraphs.size();
    }

    /** The runs of words that begin in a paragraph. */
    long[] shinglesOf(int paragraph) {
        int from = Math.min(shingles.length, paragraph == 0 ? 0 : ends.get(paragraph - 1));
        return Arrays.copyOfRange(shingles, from, Math.min(shingles.length, ends.get(paragraph)));
    }

    /** The first paragraph that a run of words begins in. */
    Optional<Integer> paragraphOf(long shingle) {
        return Optional.ofNullable(paragraphs3.get(shingle));
    }

    /** A paragraph as what the other text has, too, and what it has not. */
    List<Run> runs(int paragraph, MarkedText other) {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        boolean shared = true;
        for (Piece piece : paragraphs.get(paragraph)) {
            boolean here = piece.from == piece.to ? shared : isShared(piece, other);
            if (here != shared && text.length() > 0) {
                runs.add(new Run(text.toString(), shared));
                text.setLength(0);
            }
            if (piece.spaceBefore && text.length() > 0) {
                text.append(' ');
            }
            text.append(piece.text);
            shared = here;
        }
        if (text.length() > 0) {
            runs.add(new Run(text.toString(), shared));
        }
        return runs;
    }

    private boolean isShared(Piece piece, MarkedText other) {
        for (int word = piece.from; word < piece.to; word++) {
            if (!isShared(word, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShared(int word, MarkedText other) {
        for (int i = Math.max(0, word - RUN + 1); i <= word && i < shingles.length; i++) {
            if (other.paragraphs3.containsKey(shingles[i])) {
                return true;
            }
        }
        return false;
    }

    private void add(String paragraph) {
        var pieces = new ArrayList<Piece>();
        for (String token : paragraph.strip().split("\\s+", -1)) {
            if (Words.of(token).size() <= LONGEST_PIECE_WORDS) {
                pieces.add(piece(token, token, true));
            } else {
                addCharacters(token, pieces);
            }
        }
        paragraphs.add(pieces);
        ends.add(words.size());
    }

    /** Each character with the pair that begins at it. */
    private void addCharacters(String token, List<Piece> pieces) {
        int[] characters = token.codePoints().toArray();
        int all = Words.of(token).size();
        int before = words.size();
        for (int i = 0; i < characters.length; i++) {
            String one = new String(characters, i, 1);
            String pair = new String(characters, i, Math.min(2, characters.length - i));
            boolean begins = i + 1 < characters.length
                    && words.size() - before < all
                    && Words.of(pair).size() == 1;
            pieces.add(piece(one, begins ? pair : "", i == 0));
        }
    }

    private Piece piece(String text, String read, boolean spaceBefore) {
        int from = words.size();
        Words.each(read, (buffer, length, pair) -> words.add(Hash64.of(buffer, length)));
        return new Piece(text, spaceBefore, from, words.size());
    }
}
