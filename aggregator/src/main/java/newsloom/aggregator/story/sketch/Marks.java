package newsloom.aggregator.story.sketch;

import java.util.List;
import java.util.TreeMap;
import newsloom.aggregator.story.compare.KeyedMarks;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.TermWeight;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;

/**
 * Pairs of content words that follow each other within a sentence, grammar words between them skipped: "warm and friendly",
 * "stabilizing factor". Two articles that share several rare ones tell the same happening (they quote the same people, or the
 * same agency); shared names only say that they are about the same people, so a pair of capitalised words is no mark.
 *
 * <p>The lowest bit of a mark tells whether it stands in a quotation. Of many marks the rarest are kept, equally rare ones by
 * hash, so that two long articles keep the same ones. What two articles share says {@link KeyedMarks}.
 */
public final class Marks {
    /** A word below this rarity is grammar. */
    private static final double MIN_WORD = 0.3;
    /** A pair below this rarity is a figure of speech. */
    private static final double MIN_PAIR = 0.55;

    private Marks() {}

    static KeySet of(List<Token> text, TermWeight weight, TermTable table, int max) {
        var found = new TreeMap<Integer, Boolean>();
        Token before = null;
        for (Token token : text) {
            if (before != null && before.sentence() != token.sentence()) {
                before = null;
            }
            if (!token.isNumber() && weight.of(token) >= MIN_WORD) {
                if (before != null && !(isName(before) && isName(token))) {
                    found.merge(pair(before, token), before.quoted() && token.quoted(), Boolean::logicalOr);
                }
                before = token;
            }
        }
        var rarities = new VectorBuilder();
        found.keySet().forEach(mark -> {
            double rarity = table.rarity(mark);
            rarities.add(mark, rarity < MIN_PAIR ? 0 : (float) rarity);
        });
        SparseVector kept = rarities.build().heaviest(max);
        int[] marks = new int[kept.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = kept.key(i) | (found.getOrDefault(kept.key(i), false) ? 1 : 0);
        }
        return KeySet.of(marks);
    }

    /** The pair with the lowest bit clear, which is also its key in the term table. */
    public static int pair(Token first, Token second) {
        return TermHash.pair(TermHash.of(first.form()), TermHash.of(second.form())) & ~1;
    }

    private static boolean isName(Token token) {
        return token.capital();
    }
}
