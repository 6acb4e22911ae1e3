package newsloom.text.language;

/**
 * A language and how sure we are of it.
 *
 * @param code ISO 639-1 in lower case ({@code en}), or {@code und} when nothing can be said
 * @param confidence 0 to 1
 */
public record Language(String code, double confidence) {

    /** Nothing can be said. */
    public static final Language UNDETERMINED = new Language("und", 0);

    /** Whether a language was found. */
    public boolean known() {
        return !code.equals(UNDETERMINED.code);
    }
}
