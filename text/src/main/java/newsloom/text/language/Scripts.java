package newsloom.text.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Which scripts the letters of a text belong to, and the languages that a script alone decides. */
final class Scripts {

    /** Scripts that, among languages of the news, stand for one language. */
    private static final Map<UnicodeScript, String> DECIDES = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private int total;
    /** Letters of ASCII, told without looking their script up. */
    private int latin;

    private Scripts() {}

    static Scripts of(CharSequence text) {
        Scripts scripts = new Scripts();
        text.codePoints().filter(Character::isLetter).forEach(scripts::count);
        scripts.letters.merge(UnicodeScript.LATIN, scripts.latin, Integer::sum);
        return scripts;
    }

    private void count(int letter) {
        total++;
        if (letter < 128) {
            latin++;
        } else {
            letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
        }
    }

    int total() {
        return total;
    }

    double share(UnicodeScript script) {
        return total == 0 ? 0 : (double) letters.getOrDefault(script, 0) / total;
    }

    /** The language when the script tells it; undetermined when several languages share the script. */
    Language decide() {
        double kana = share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA);
        double han = share(UnicodeScript.HAN);
        if (kana + han > 0.5) {
            return new Language(kana > 0.1 * (kana + han) ? "ja" : "zh", kana + han);
        }
        return DECIDES.entrySet().stream()
                .filter(script -> share(script.getKey()) > 0.5)
                .findFirst()
                .map(script -> new Language(script.getValue(), share(script.getKey())))
                .orElse(Language.UNDETERMINED);
    }
}
