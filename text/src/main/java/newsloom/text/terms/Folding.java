package newsloom.text.terms;

import java.util.Set;

/**
 * Makes forms of one word equal, cheaply: the S-stemmer for English (Harman 1991, "How effective is suffixing?"), the first
 * six letters for languages with rich endings (n-prefix truncation; McNamee and Mayfield 2004, "Character N-Gram
 * Tokenization for European Language Text Retrieval", found it close to stemmers), plural s for the Romance ones, nothing elsewhere.
 */
enum Folding {
    ENGLISH,
    PLURAL,
    PREFIX,
    NONE;

    private static final Set<String> PLURALS = Set.of("es", "fr", "pt", "it", "ca", "gl", "ro");
    private static final Set<String> RICH = Set.of(
            "ru", "uk", "be", "bg", "sr", "mk", "pl", "cs", "sk", "sl", "hr", "bs", "tr", "az", "kk", "fi", "et", "hu",
            "lt", "lv", "el", "de", "nl", "da", "sv", "no", "nb", "is", "sq", "ka", "hy");
    private static final int PREFIX_LETTERS = 6;

    static Folding of(String language) {
        if (language.equals("en")) {
            return ENGLISH;
        }
        return PLURALS.contains(language) ? PLURAL : RICH.contains(language) ? PREFIX : NONE;
    }

    /** @param word lower case, may hold an apostrophe, after which it is cut (before which, for an elided French article) */
    String fold(String word) {
        String bare = withoutApostrophe(word);
        return switch (this) {
            case ENGLISH -> english(bare);
            case PLURAL -> bare.length() > 4 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
            case PREFIX -> bare.length() > PREFIX_LETTERS ? bare.substring(0, PREFIX_LETTERS) : bare;
            case NONE -> bare;
        };
    }

    private static String withoutApostrophe(String word) {
        int mark = Math.max(word.indexOf('\''), word.indexOf('\u2019'));
        if (mark < 0) {
            return word;
        }
        return mark <= 2 && word.length() > 4 ? word.substring(mark + 1) : word.substring(0, mark);
    }

    private static String english(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - 1);
    }
}
