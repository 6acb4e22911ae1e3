package newsloom.cleaner.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paragraphs that stand between an article's and are none of it, by what they say: notices of risk, and credits of pictures. */
final class OutsideText {

    private static final int MAX_RISK_WORDS = 90;
    private static final int MAX_CREDIT_WORDS = 32;
    private static final int MAX_SHORT_CREDIT_WORDS = 12;
    private static final int MIN_RISK_SIGNS = 2;

    /** Law asks brokers to say so in these words, in each language of the European Union (ESMA, decision 2018/796, annex). */
    private static final Pattern ACCOUNTS_LOSE = pattern(
            "\\d\\s?(?:%|per ?cent|prozent|pct)[^.]{0,20}\\b(?:of retail (?:investor |cfd |client )?accounts (?:typically )?lose|of (?:retail )?(?:investors|traders) lose money|(?:der )?(?:kleinanleger|privatanleger|retail)[\\p{L}-]* verlieren|(?:des |de )?comptes d['’]investisseurs|de (?:las )?cuentas de inversores|dei conti (?:di|degli) investitori|van de retailbeleggers|das contas de investidores|rachunków inwestorów|av icke-professionella|af detailinvestor)");
    /** Each is said in earnest articles too; two of them are a notice. */
    private static final List<Pattern> RISKS = Stream.of(
                    "^\\W*(?:risk (?:warning|disclosure|notice|disclaimer)|disclaimer|risikohinweis|avertissement sur les risques|advertencia de riesgo|avvertenza sui rischi|risicowaarschuwing)\\b",
                    "\\bcomplex instruments|komplexe instrumente|instruments complexes|instrumentos complejos|strumenti complessi|complexe instrumenten",
                    "\\bhigh (?:level of )?risk|hohen? risiko|risque élevé|alto riesgo|rischio (?:elevato|alto)|hoog risico",
                    "\\b(?:trading|investing|investments?|cfds?|forex|crypto(?:currenc(?:y|ies)|assets)?)\\b.{0,40}\\b(?:carr(?:y|ies)|involves?|comes? with) (?:a )?(?:\\w+ ){0,4}risks?\\b",
                    "\\bpast performance (?:is|does|of)\\b.{0,50}\\b(?:future|guide|guarantee|indicat)|frühere wertentwicklung|performances passées|rentabilidades pasadas|rendimenti passati",
                    "\\b(?:you|your capital)\\b.{0,24}\\b(?:lose (?:all|some|more|your|money)|at risk)|ihr kapital|votre capital|su capital|vostro capitale",
                    "\\b(?:not|no) (?:constitute |be considered )?(?:as )?(?:financial|investment|trading) advice|keine anlageberatung|conseil en investissement")
            .map(OutsideText::pattern)
            .toList();
    /** What the notice says of the accounts when that is all it says. */
    private static final int MAX_LONE_WORDS = 16;

    private static final Pattern CREDITED = pattern(
            "\\W{0,2}(?:image|photo|picture|photograph|foto|bild|imagen|immagine|illustration|graphic|grafik)s?\\s?:.*\\b(?:credit|photo|photograph|image|foto|courtesy|getty|shutterstock|reuters|afp|alamy|unsplash|via)\\b(?! of interest)");
    private static final Pattern SHORT_CREDIT = pattern(
            "\\W{0,2}(?:(?:image|photo|picture|photograph|foto|bild)s?(?: ?credits?)?|photo(?:graph)?s? credits?|credits?|bildquelle|crédits?(?: photos?)?|fotocredit)\\s?:\\s?[\\p{Lu}©].*[^.!?:]$");
    private static final Pattern TAKEN_BY = Pattern.compile(
            "\\W{0,2}(?:Photos?|Photographs?|Pictures?|Images?|Fotos?|Bild(?:er)?|Illustrations?) (?:by|von|courtesy of|de|di|via) \\p{Lu}.*[^!?:]$");

    private static final String FIRST_LETTERS = "PpIiFfBbGgCc";
    /** One of these is in each notice: a text without them need not be asked for more, as nearly all are. */
    private static final List<String> RISK_WORDS = List.of(
            "risk",
            "Risk",
            "RISK",
            "isiko",
            "isico",
            "risque",
            "riesgo",
            "rischi",
            "isclaimer",
            " lose ",
            "verlieren",
            "advice",
            "nvestisseurs");

    private OutsideText() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The rule that keeps the paragraph out; null where there is none. */
    static @Nullable Rule of(Passage passage) {
        int words = passage.shape().words();
        if (words <= MAX_CREDIT_WORDS && credit(passage.text(), words)) {
            return Rule.PICTURE_CREDIT;
        }
        return words <= MAX_RISK_WORDS && risk(passage.text(), words) ? Rule.RISK_NOTICE : null;
    }

    private static boolean credit(String text, int words) {
        return mayBeCredit(text)
                && (CREDITED.matcher(text).lookingAt()
                        || (words <= MAX_SHORT_CREDIT_WORDS
                                && (SHORT_CREDIT.matcher(text).lookingAt()
                                        || TAKEN_BY.matcher(text).lookingAt())));
    }

    /** By its first letter, which spares nearly all texts the patterns. */
    private static boolean mayBeCredit(String text) {
        for (int i = 0; i < Math.min(3, text.length()); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                return FIRST_LETTERS.indexOf(c) >= 0;
            }
        }
        return false;
    }

    private static boolean risk(String text, int words) {
        if (RISK_WORDS.stream().noneMatch(text::contains)) {
            return false;
        }
        int signs = ACCOUNTS_LOSE.matcher(text).find() ? words <= MAX_LONE_WORDS ? MIN_RISK_SIGNS : 1 : 0;
        for (int i = 0; i < RISKS.size() && signs < MIN_RISK_SIGNS; i++) {
            signs += RISKS.get(i).matcher(text).find() ? 1 : 0;
        }
        return signs >= MIN_RISK_SIGNS;
    }
}
