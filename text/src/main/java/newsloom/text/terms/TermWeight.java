package newsloom.text.terms;

import newsloom.text.terms.Token.Kind;

/**
 * What a single token is worth before anything was counted. Where a table exists this is left to it; in a language without one
 * short words are mostly grammar (Zipf 1935: frequent words are short), and so are pairs of hiragana.
 */
public final class TermWeight {
    private final TermTable table;

    public TermWeight(TermTable table) {
        this.table = table;
    }

    /** Of the table; empty where it does not know it. */
    public String language() {
        return table.language();
    }

    /** 0..1: 0 for a word that every text has. */
    public double of(Token token) {
        return table.size() > 0 ? table.rarity(TermHash.of(token.form())) : byShape(token);
    }

    /** The part of {@link #of} that only the shape of the token tells; 1 where a table tells more. */
    public double shape(Token token) {
        return table.size() > 0 ? 1 : byShape(token);
    }

    private static double byShape(Token token) {
        if (token.kind() == Kind.NUMBER) {
            return 0.6;
        }
        if (token.kind() == Kind.CHARACTERS) {
            long grammar = token.form().chars().filter(TermWeight::isHiragana).count();
            return grammar == 2 ? 0.15 : grammar == 1 ? 0.5 : 0.8;
        }
        int letters = token.form().codePoints().map(c -> isHangul(c) ? 2 : 1).sum();
        double base = letters <= 2 ? 0.1 : letters == 3 ? 0.2 : letters == 4 ? 0.4 : letters == 5 ? 0.6 : 0.8;
        return token.capital() && !token.opening() ? Math.min(1, base + 0.3) : base;
    }

    /** A syllable of two letters or three. */
    private static boolean isHangul(int c) {
        return c >= 0xac00 && c <= 0xd7a3;
    }

    private static boolean isHiragana(int c) {
        return c >= 0x3040 && c <= 0x309f;
    }
}
