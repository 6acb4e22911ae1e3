package newsloom.cleaner.extract.notice;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsloom.cleaner.extract.words.AnyCase;

/** Paragraphs in which brokers and columns on money warn of risks. */
public final class RiskNotices {

    private static final int MAX_WORDS = 90;
    private static final int MIN_SIGNS = 2;

    /** Law asks brokers to say so in these words, in each language of the European Union (ESMA, decision 2018/796, annex). */
    private static final Pattern ACCOUNTS_LOSE = AnyCase.pattern(
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
            .map(AnyCase::pattern)
            .toList();
    /** What the notice says of the accounts when that is all it says. */
    private static final int MAX_LONE_WORDS = 16;

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

    private RiskNotices() {}

    /** Whether a text of so many words is a notice of risk. */
    public static boolean is(String text, int words) {
        return words <= MAX_WORDS && warns(text, words);
    }

    private static boolean warns(String text, int words) {
        if (RISK_WORDS.stream().noneMatch(text::contains)) {
            return false;
        }
        int signs = ACCOUNTS_LOSE.matcher(text).find() ? words <= MAX_LONE_WORDS ? MIN_SIGNS : 1 : 0;
        for (int i = 0; i < RISKS.size() && signs < MIN_SIGNS; i++) {
            signs += RISKS.get(i).matcher(text).find() ? 1 : 0;
        }
        return signs >= MIN_SIGNS;
    }
}
