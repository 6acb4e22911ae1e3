package newsloom.text.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text, cheapest evidence first: the script; stop words that confirm what the page claims; stop words that leave one language alone
 * in front; OpenNLP's model over the first characters only when these do not decide. Of a text of a line or two the page is believed, unless
 * script or plenty of stop words speak against it; where the page says nothing, the model is asked for languages that news are mostly in.
 *
 * <p>Thread-safe. Costs some 20 µs where scripts or stop words decide (nearly all news), some 300 µs where the model is asked; the model (10 MB on
 * disk) is loaded once, at the first undecided text.
 */
public final class LanguageDetector {

    private static final int SAMPLE_CHARS = 1_200;
    private static final int MIN_LETTERS = 20;
    /** A headline, or a little more: so few letters tell less than the page does. */
    private static final int FEW_LETTERS = 160;
    /** Of stop words that speak against the page. */
    private static final double SURE = 0.9;

    private static final Set<String> CYRILLIC = Set.of("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg");
    private static final Set<String> ARABIC = Set.of("ar", "fa", "ur", "ps", "ku");
    /** In scripts of their own, or in one that is not looked at here. */
    private static final Set<String> OTHERS = Set.of(
            "ja", "zh", "ko", "th", "el", "he", "ka", "hy", "ta", "te", "kn", "ml", "gu", "pa", "bn", "si", "km", "lo",
            "my", "am", "hi", "mr", "ne");

    private static final double CONFIRMING_SHARE = 0.12;
    private static final double SUPPORTING_SHARE = 0.05;
    private static final double LEADING_SHARE = 0.2;
    private static final double LEAD_OVER_NEXT = 1.3;

    /**
     * The language of a text.
     *
     * @param text the article, or any part of it; only the beginning is read
     * @param claim what the page says, as in {@code <html lang>} ({@code de-AT}), or null
     */
    public Language detect(String text, @Nullable String claim) {
        String sample = text.length() <= SAMPLE_CHARS ? text : text.substring(0, SAMPLE_CHARS);
        Scripts scripts = Scripts.of(sample);
        Language byScript = scripts.decide();
        if (byScript.known()) {
            return byScript;
        }
        String claimed = code(claim);
        if (scripts.total() < MIN_LETTERS) {
            return claimed == null ? Language.UNDETERMINED : new Language(claimed, 0.3);
        }
        Map<String, Double> shares = StopWords.shares(sample);
        Language byStopWords = byStopWords(shares, claimed);
        boolean claimHasWords = claimed != null && shares.getOrDefault(claimed, 0.0) >= SUPPORTING_SHARE;
        if (claimed != null && scripts.total() < FEW_LETTERS && isWrittenIn(claimed, scripts)) {
            boolean another = byStopWords.known() && byStopWords.confidence() >= SURE;
            return another ? byStopWords : new Language(claimed, claimHasWords ? 0.8 : 0.5);
        }
        if (byStopWords.known()) {
            return byStopWords;
        }
        return scripts.total() < FEW_LETTERS && claimed == null
                ? LanguageModel.guessAmong(StopWords.LANGUAGES, sample)
                : byModel(sample, claimed, claimHasWords);
    }

    /** Whether a text in that script may be in the language, which no script alone decides. */
    private static boolean isWrittenIn(String claimed, Scripts scripts) {
        UnicodeScript script = CYRILLIC.contains(claimed)
                ? UnicodeScript.CYRILLIC
                : ARABIC.contains(claimed)
                        ? UnicodeScript.ARABIC
                        : OTHERS.contains(claimed) ? null : UnicodeScript.LATIN;
        return script != null && scripts.share(script) > 0.5;
    }

    private static Language byStopWords(Map<String, Double> shares, @Nullable String claimed) {
        double ofClaim = claimed == null ? 0 : shares.getOrDefault(claimed, 0.0);
        String first = Language.UNDETERMINED.code();
        double highest = 0;
        double second = 0;
        for (Map.Entry<String, Double> language : shares.entrySet()) {
            if (language.getValue() > highest) {
                second = highest;
                highest = language.getValue();
                first = language.getKey();
            } else {
                second = Math.max(second, language.getValue());
            }
        }
        if (claimed != null && ofClaim >= CONFIRMING_SHARE && ofClaim * LEAD_OVER_NEXT >= highest) {
            return new Language(claimed, Math.min(0.99, 0.8 + ofClaim / 2));
        }
        return highest >= LEADING_SHARE && highest > second * LEAD_OVER_NEXT
                ? new Language(first, Math.min(0.97, 0.6 + highest))
                : Language.UNDETERMINED;
    }

    private static Language byModel(String sample, @Nullable String claimed, boolean claimHasWords) {
        Language guess = LanguageModel.guess(sample);
        if (guess.code().equals(claimed)) {
            return new Language(guess.code(), Math.max(guess.confidence(), 0.8));
        }
        if (claimed != null && claimHasWords && guess.confidence() < 0.2) {
            return new Language(claimed, 0.4);
        }
        return guess;
    }

    /** {@code pt-BR}, {@code en_US}, {@code ENG} to a two-letter code; null when it is none. */
    private static @Nullable String code(@Nullable String claim) {
        if (claim == null || claim.isBlank()) {
            return null;
        }
        String language = claim.strip().split("[-_,;\\s]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (language) {
            case "nb", "nn" -> "no";
            case "iw" -> "he";
            case "in" -> "id";
            default -> language.length() == 2 ? language : LanguageCodes.twoLetter(language);
        };
    }
}
