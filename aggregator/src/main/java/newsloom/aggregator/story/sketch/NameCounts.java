package newsloom.aggregator.story.sketch;

import java.util.ArrayList;
import java.util.List;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.Token;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;

/**
 * Capitalised words that do not merely open a sentence, alone and in pairs, as the decision's cheap stand-in for people, places and
 * organisations; what readers see is found by {@link newsloom.aggregator.names.NameFinder}. The title counts only where there is hardly any text, because headlines capitalise what they like.
 */
public final class NameCounts {
    private static final int TITLE_ONLY_TOKENS = 20;
    private static final int NAME = 0x5bd1e995;

    private final VectorBuilder counts = new VectorBuilder();

    private NameCounts() {}

    /** Counts the words with a capital; those of the title only where there is hardly any text. */
    public static NameCounts of(List<Token> title, List<Token> text) {
        var names = new NameCounts();
        names.count(text);
        if (isTitleOnly(text.size())) {
            names.count(title);
        }
        return names;
    }

    /** Whether a text of so many words is hardly any, so that the title has to tell the names. */
    public static boolean isTitleOnly(int words) {
        return words < TITLE_ONLY_TOKENS;
    }

    private void count(List<Token> tokens) {
        var run = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean continues = token.capital() && !token.opening();
            boolean sameRun = !run.isEmpty() && run.get(run.size() - 1).sentence() == token.sentence();
            if (!continues || !sameRun) {
                close(run);
            }
            if (token.capital()) {
                run.add(token);
            }
        }
        close(run);
    }

    /** A single capital at the start of a sentence is left out; in a longer run the first word belongs. */
    private void close(List<Token> run) {
        boolean opener = run.size() == 1 && run.get(0).opening();
        if (!opener) {
            for (int i = 0; i < run.size(); i++) {
                int word = key(run.get(i));
                counts.add(word, 1);
                if (i > 0) {
                    counts.add(TermHash.pair(key(run.get(i - 1)), word), 1);
                }
            }
        }
        run.clear();
    }

    private static int key(Token token) {
        return nameKey(token.form());
    }

    /** Names are counted apart from the same letters as a word; the key of that word can be told from it: {@link #wordKey}. */
    public static int nameKey(String form) {
        return nameKey(TermHash.of(form));
    }

    /** Of a word the key that it has as a name. */
    public static int nameKey(int wordKey) {
        return wordKey ^ NAME;
    }

    /** Of a name the key that it has as a word. */
    public static int wordKey(int nameKey) {
        return nameKey ^ NAME;
    }

    /** By the keys of {@link #nameKey}, one for each name and pair of names. */
    public SparseVector weights() {
        SparseVector counted = counts.build();
        var weights = new VectorBuilder();
        for (int i = 0; i < counted.size(); i++) {
            weights.add(counted.key(i), Sketcher.rounded(1 + Math.log(counted.weight(i))));
        }
        return weights.build();
    }
}
