package newsloom.aggregator.story.sketch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and when an agency filed a report, as it stands before the first sentence: "PELL (Northwire) - ", "BERLIN, 3. Mai (dpa) – ",
 * "（北港3日）". It is no part of the sentence. Rather kept than a piece of a sentence lost: what follows has to begin like a sentence.
 */
final class Dateline {
    /** No dateline is longer. */
    private static final int MAX_CHARACTERS = 160;

    private static final String PLACE = "\\p{Lu}[\\p{L}\\p{M}.'’-]{1,24}(?:[ /]\\p{L}[\\p{L}\\p{M}.'’-]{0,24}){0,3}";
    private static final String CAPITALS =
            "(?=[\\p{Lu}\\p{M}]{3})[\\p{Lu}\\p{M}.'’-]{3,24}(?:[ /][\\p{Lu}\\p{M}.'’-]{2,24}){0,2}";
    private static final String REGION = "(?:, ?\\p{Lu}[\\p{L}\\p{M}.'’ -]{1,24})";
    private static final String DAY =
            "(?:,? (?:\\d{1,2}\\.? (?:de )?\\p{L}{3,10}\\.?|\\p{L}{3,10}\\.? \\d{1,2})(?:,? \\d{4})?\\.?)";
    private static final String AGENCY = "\\([\\p{L}][\\p{L}\\p{N} ./&-]{1,28}\\)";
    private static final String SLASHED = "/[\\p{L}][\\p{L}\\p{N} .-]{1,28}/";
    private static final String DASH = " ?\\.? ?[-–—―]{1,2}\\s+";
    /** The beginning of a sentence. */
    private static final String THEN = "(?=[\\p{Lu}\\p{Lo}\\p{Nd}\"“„«‘'¿¡])";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("^" + PLACE + REGION + "?" + DAY + "? " + AGENCY + "(?::\\s+|" + DASH + ")" + THEN),
            Pattern.compile(
                    "^" + PLACE + REGION + "?" + DAY + "?[.,]? " + SLASHED + "\\.?(?:" + DASH + "|\\s+)" + THEN),
            Pattern.compile("^" + AGENCY + "(?::\\s+|" + DASH + ")" + THEN),
            Pattern.compile("^" + CAPITALS + REGION + "?" + DAY + "?" + DASH + THEN),
            Pattern.compile(
                    "^[【［\\[（(][\\p{L}\\p{N}＝=・·、 　日]{2,30}[】］\\])）](?: ?[-－–—]{1,2})?[\\s　]*(?=[\\p{Lo}「『“\"])"),
            Pattern.compile(
                    "^[\\p{Lo}·]{2,16}\\d{1,2}月\\d{1,2}日电(?:[（(][^）)]{1,40}[）)])?[：:，,\\s　]*(?=[\\p{Lo}“\"《])"));

    private Dateline() {}

    /** The paragraph without it; the same where there is none, or nothing behind it. */
    static String cutFrom(String paragraph) {
        String rest = paragraph;
        boolean more = true;
        while (more) {
            String shorter = cutOnce(rest);
            more = shorter.length() < rest.length();
            rest = shorter;
        }
        return rest;
    }

    private static String cutOnce(String text) {
        String start = text.substring(0, Math.min(MAX_CHARACTERS, text.length()));
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(start);
            if (found.find()) {
                return text.substring(found.end());
            }
        }
        return text;
    }
}
