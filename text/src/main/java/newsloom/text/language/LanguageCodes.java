package newsloom.text.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Three-letter language codes (ISO 639-2/T and 639-3) to the two-letter codes of ISO 639-1, where there is one. */
final class LanguageCodes {

    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.forLanguageTag(code).getISO3Language(), code -> code, (first, second) -> first));

    /** Codes of single languages that ISO 639-1 knows only as a macro-language, and old names. */
    private static final Map<String, String> MEMBERS = Map.of(
            "cmn", "zh", "nob", "no", "nno", "no", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "zsm", "ms");

    private LanguageCodes() {}

    static @Nullable String twoLetter(String threeLetters) {
        String member = MEMBERS.get(threeLetters);
        return member != null ? member : TWO_LETTERS.get(threeLetters);
    }
}
