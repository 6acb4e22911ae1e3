package newsloom.text.terms;

/**
 * One word, number or pair of characters.
 *
 * @param surface as it stands in the text
 * @param form what is compared: lower case, folded for its language
 * @param capital whether it begins with a capital letter
 * @param opening whether it is the first of its sentence, where a capital says nothing
 * @param sentence ordinal of its sentence in the text
 * @param quoted whether it stands inside quotation marks
 */
public record Token(
        String surface, String form, Kind kind, boolean capital, boolean opening, int sentence, boolean quoted) {
    /** CHARACTERS: two neighbouring characters of a script that is written without spaces. */
    public enum Kind {
        WORD,
        NUMBER,
        CHARACTERS
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
