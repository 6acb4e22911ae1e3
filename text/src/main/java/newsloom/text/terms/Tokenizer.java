package newsloom.text.terms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsloom.text.terms.Token.Kind;

/**
 * Splits a text into tokens, knowing sentences and quotation marks. Letters, marks and digits make words; an apostrophe inside
 * stays in the surface and ends the form; decimals and thousands are one number; runs of Han, kana and Thai become
 * overlapping pairs of characters. Linear in the text; immutable and thread-safe.
 */
public final class Tokenizer {
    /** A quotation that is not closed within so many tokens was none. */
    private static final int MAX_QUOTED_TOKENS = 80;

    private static final String OPENING = "\u201c\u00ab\u201e\u300c\u300e";
    private static final String CLOSING = "\u201d\u00bb\u300d\u300f";
    private static final String FULL_STOPS = ".!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f\n";

    private final Folding folding;

    /**
     * A tokenizer that folds words as the language asks.
     *
     * @param language ISO 639-1, may be empty when unknown
     */
    public Tokenizer(String language) {
        this.folding = Folding.of(language);
    }

    public List<Token> tokens(String text) {
        return new Scan(Normalizer.normalize(text, Normalizer.Form.NFC)).run();
    }

    private final class Scan {
        private final String text;
        private final List<Token> found = new ArrayList<>();
        private int sentence;
        private int at;
        private int quoteLeft;
        private boolean opening = true;

        Scan(String text) {
            this.text = text;
        }

        List<Token> run() {
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (isUnspaced(c)) {
                    characters();
                } else if (Character.isLetterOrDigit(c)) {
                    word();
                } else {
                    punctuation(c);
                    at += Character.charCount(c);
                }
            }
            return found;
        }

        private void punctuation(int c) {
            if (OPENING.indexOf(c) >= 0) {
                quoteLeft = quoteLeft > 0 && c == '\u201c'
                        ? 0
                        : MAX_QUOTED_TOKENS; // German closes with the English opening mark
                opening = true;
            } else if (CLOSING.indexOf(c) >= 0) {
                quoteLeft = 0;
            } else if (c == '"') {
                quoteLeft = quoteLeft > 0 ? 0 : MAX_QUOTED_TOKENS;
                opening |= quoteLeft > 0;
            } else if (FULL_STOPS.indexOf(c) >= 0) {
                endSentence(c);
            }
        }

        private void endSentence(int c) {
            boolean initial = c == '.'
                    && !found.isEmpty()
                    && found.get(found.size() - 1).surface().length() == 1;
            if (!opening && !initial) {
                sentence++;
                opening = true;
            }
            if (c == '\n') {
                quoteLeft = 0;
            }
        }

        private void word() {
            int start = at;
            boolean digits = Character.isDigit(text.codePointAt(at));
            while (at < text.length() && (isWordPart(text.codePointAt(at)) || joins(digits))) {
                at += Character.charCount(text.codePointAt(at));
            }
            String surface = text.substring(start, at);
            boolean number = digits && surface.chars().noneMatch(Character::isLetter);
            if (number) {
                add(surface, surface.replaceAll("[^\\p{Nd}]+$", ""), Kind.NUMBER, false);
            } else {
                add(surface, folding.fold(surface.toLowerCase(Locale.ROOT)), Kind.WORD, isCapital(surface));
            }
        }

        /** Whether the mark here holds two parts of one token together: an apostrophe, or a separator within a number. */
        private boolean joins(boolean digits) {
            char mark = text.charAt(at);
            boolean more = at + 1 < text.length();
            if (mark == '\'' || mark == '\u2019') {
                return more && Character.isLetter(text.charAt(at + 1));
            }
            return digits && (mark == '.' || mark == ',') && more && Character.isDigit(text.charAt(at + 1));
        }

        private void characters() {
            int start = at;
            while (at < text.length() && isUnspaced(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            for (int i = start; i + 2 <= at; i++) {
                String pair = text.substring(i, i + 2);
                add(pair, pair, Kind.CHARACTERS, false);
            }
        }

        private void add(String surface, String form, Kind kind, boolean capital) {
            if (!form.isEmpty()) {
                found.add(new Token(surface, form, kind, capital, opening, sentence, quoteLeft > 0));
                opening = false;
                quoteLeft = Math.max(0, quoteLeft - 1);
            }
        }
    }

    private static boolean isCapital(String surface) {
        return Character.isUpperCase(surface.codePointAt(0));
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return (mark || Character.isLetterOrDigit(c)) && !isUnspaced(c);
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x0e00) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> c == 0x30fc; // the long vowel mark, which is of no script
        };
    }
}
