package newsloom.cleaner.extract;

import java.util.List;
import java.util.regex.Pattern;

/** Texts that ask for consent, for a login, or for a proof that the reader is human. */
final class ConsentText {

    /** What the dialogs of the advertisers' framework say in each of their languages. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:retirer|donner) votre consentement|utilisons des (?:cookies|traceurs)|nos (?:\\d+ )?partenaires et nous|retirar (?:tu|su|o seu) consentim|tu consentimiento|utilizamos (?:las )?cookies|nostri (?:\\d+ )?partner|il tuo consenso|nossos (?:\\d+ )?parceiros|onze (?:\\d+ )?partners|plikach? cookie|nasi (?:\\d+ )?partnerzy|våra (?:\\d+ )?partner|våre (?:\\d+ )?partnere|файлы cookie",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile(
            "(?i)\\b(?:we use cookies|cookies?|consent|gdpr|privacy settings|verify (?:that )?you are (?:a )?human|are you a robot|captcha|checking your browser|unusual traffic|enable javascript and cookies|log in to continue|sign in to continue|einwilligung|zustimmung)\\b");
    private static final int MIN_WORDS = 5;

    private ConsentText() {}

    /**
     * How many words there are in texts of some length, and how many of them in those that ask.
     *
     * @param asking at most {@code running}
     */
    record Words(int running, int asking) {

        static Words in(List<? extends Passage> passages) {
            int running = 0;
            int asking = 0;
            for (Passage passage : passages) {
                int words = passage.shape().words();
                if (words >= MIN_WORDS) {
                    running += words;
                    asking += asks(passage.text()) ? words : 0;
                }
            }
            return new Words(running, asking);
        }

        boolean mostAsk() {
            return running > 0 && asking * 2 > running;
        }
    }

    private static boolean asks(String text) {
        return WORD.matcher(text).find() || SENTENCE.matcher(text).find();
    }
}
