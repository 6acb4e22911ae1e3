package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text with what stands between them. Linear in the text. */
final class Words {
    /** Letters with marks; an ampersand, apostrophe or hyphen inside belongs to the word, as full stops do between capitals. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{Lu}(?:\\.\\p{Lu})++(?!\\p{Ll})|[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*+(?:[’'&‐-]\\p{L}[\\p{L}\\p{M}\\p{Nd}]*+)*+|&");
    /** An elided article or preposition before a name, as in French. */
    private static final Pattern ELIDED = Pattern.compile("^(?:\\p{Ll}{1,5}|[LDldQq]u?)[’'](?=\\p{Lu})");

    /** Words that only the start of a sentence gives a capital. */
    private static final Pattern SMALL_INSIDE = Pattern.compile("^\\p{L}+[-’']\\p{Ll}.*");

    private static final Pattern POSSESSIVE = Pattern.compile("[’']s$");

    /** Languages that write any ending behind a name that way. */
    private static final Set<String> APOSTROPHE_BEFORE_ENDINGS = Set.of("tr", "az");

    private static final Pattern ENDING = Pattern.compile("[’']\\p{Ll}+$");
    /** Behind a plural, "Workers’ Union". */
    private static final Set<String> PLURAL_POSSESSIVES = Set.of("’ ", "' ");

    private static final Set<String> APPOSED = Set.of(", ", " (");
    private static final String SENTENCE_ENDS = ".!?…:;\n\"“”„«»‹›()[]–—|·•。";

    private Words() {}

    /**
     * A word.
     *
     * @param text without an elided word before it and without an ending behind an apostrophe
     * @param lower the same in lower case
     * @param elided what is left out before it, in lower case, such as {@code d'}; else empty
     * @param joined whether only a space, or the point of an initial and a space, stands between it and the word before
     * @param apposed whether a comma or an opening bracket stands there
     * @param possessive the ending that is left out behind it, with its apostrophe; else empty
     * @param opening whether it is the first of a sentence or quotation, or behind a number or time that is, where a capital says nothing
     */
    record Word(
            String text,
            String lower,
            String elided,
            boolean joined,
            boolean apposed,
            String possessive,
            boolean capital,
            boolean opening) {

        Word withPossessive(String ending) {
            return new Word(text, lower, elided, joined, apposed, ending, capital, opening);
        }
    }

    static List<Word> of(String text, String language) {
        Pattern ending = APOSTROPHE_BEFORE_ENDINGS.contains(language) ? ENDING : POSSESSIVE;
        var words = new ArrayList<Word>();
        Matcher found = WORD.matcher(text);
        int end = 0;
        boolean first = true;
        while (found.find()) {
            String gap = text.substring(end, found.start());
            boolean initial = !words.isEmpty() && gap.equals(". ") && isShort(words.get(words.size() - 1));
            boolean plural = !first && PLURAL_POSSESSIVES.contains(gap) && endsLikePlural(words.get(words.size() - 1));
            if (plural) {
                words.add(words.remove(words.size() - 1).withPossessive(gap.strip()));
            }
            boolean joined = !first && (gap.equals(" ") || gap.equals("\u00a0") || initial || plural);
            boolean opening = first
                    || (!initial && gap.chars().anyMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0))
                    || isOpeningNumber(words.get(words.size() - 1));
            words.add(word(found.group(), ending, gap, joined, opening));
            end = found.end();
            first = false;
        }
        return words;
    }

    /** Where the first word in lower case stands, or the first capital behind an elided one; the number of words where there is none. */
    static int particle(List<Word> words) {
        int at = 0;
        while (at < words.size()
                && words.get(at).capital()
                && (at == 0 || words.get(at).elided().isEmpty())) {
            at++;
        }
        return at;
    }

    private static Word word(String written, Pattern ending, String gap, boolean joined, boolean opening) {
        Matcher elided = ELIDED.matcher(written);
        String before = elided.find() ? elided.group() : "";
        String whole = written.substring(before.length());
        String bare = ending.matcher(whole).replaceFirst("");
        return new Word(
                bare,
                bare.toLowerCase(Locale.ROOT),
                before,
                joined,
                APPOSED.contains(gap),
                whole.substring(bare.length()),
                Character.isUpperCase(bare.codePointAt(0))
                        && !(opening && SMALL_INSIDE.matcher(bare).matches()),
                opening);
    }

    private static boolean endsLikePlural(Word word) {
        return word.capital() && word.lower().endsWith("s") && word.possessive().isEmpty();
    }

    private static boolean isOpeningNumber(Word word) {
        return word.opening() && Character.isDigit(word.lower().codePointAt(0));
    }

    /** An initial, or a title that is written with a point. */
    private static boolean isShort(Word word) {
        return word.capital()
                && (word.text().length() == 1
                        || word.text().contains(".")
                        || (word.text().length() <= 4 && Cues.SHIPPED.isTitle(word.lower())));
    }
}
