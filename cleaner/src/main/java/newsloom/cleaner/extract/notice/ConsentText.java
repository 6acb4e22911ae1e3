package newsloom.cleaner.extract.notice;

import java.util.List;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.words.TextShape;

/** Texts that ask for consent, for a login, or for a proof that the reader is human. */
public final class ConsentText {

    /** What the dialogs of the advertisers' framework say in each of their languages. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:retirer|donner) votre consentement|utilisons des (?:cookies|traceurs)|nos (?:\\d+ )?partenaires et nous|retirar (?:tu|su|o seu) consentim|tu consentimiento|utilizamos (?:las )?cookies|nostri (?:\\d+ )?partner|il tuo consenso|nossos (?:\\d+ )?parceiros|onze (?:\\d+ )?partners|plikach? cookie|nasi (?:\\d+ )?partnerzy|våra (?:\\d+ )?partner|våre (?:\\d+ )?partnere|файлы cookie"
                    + "|(?:クッキー|cookie)[^。]{0,40}(?:同意|許可|受け入れ|拒否|接受)|(?:クッキー|cookie)(?:等|など|技術)?を(?:使用|利用)し(?:て[いお]|ま)|同意(?:する|いただ|を(?:撤回|管理))|使用 ?(?:cookie|曲奇)|쿠키[^.]{0,40}(?:동의|허용)|쿠키를 사용|çerez(?:ler)|eväste(?:itä|et)|sütik(?:et|kel)?\\b|ملفات تعريف الارتباط|עוגיות|คุกกี้|कुकी",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile(
            "(?i)\\b(?:we use cookies|cookies?|consent|gdpr|privacy settings|verify (?:that )?you are (?:a )?human|are you a robot|captcha|checking your browser|unusual traffic|enable javascript and cookies|log in to continue|sign in to continue|einwilligung|zustimmung)\\b");
    /** What stands in the place of a text that the reader may not see yet: log in, subscribe, switch the blocker off. */
    private static final Pattern WALL = Pattern.compile(
            "\\b(?:log|sign) ?in (?:with|to|using|below|here)\\b|\\bplease (?:log|sign) ?in\\b|\\b(?:for|to|only) (?:our )?(?:paying )?(?:subscribers|members) only\\b|\\bfor (?:our )?(?:subscribers|members)\\.|\\b(?:only|exclusively) (?:for|available to) (?:our )?(?:subscribers|members)\\b|\\balready (?:a )?(?:subscriber|member|subscribed|registered)\\b|\\bsubscribe (?:now |today )?(?:to|and) (?:continue|keep|read|unlock)|\\bto (?:continue|keep) reading\\b|\\bcreate an? (?:free )?account\\b"
                    + "|\\b(?:ad|content)[- ]?block(?:er|ing)\\b|\\b(?:disable|switch off|turn off|pause) (?:your |the )?(?:ad )?blocker\\b|\\bblocker off\\b|adblocker|werbeblocker|bloqueur de publicité|bloqueador de (?:anuncios|publicidad)"
                    + "|\\b(?:nur|exklusiv) für (?:unsere )?(?:abonnent|abonnement|mitglied)|\\bmelden sie sich (?:bitte )?(?:mit|an)\\b|\\bbitte melden sie sich\\b|\\bbereits (?:abonnent|kunde|registriert)|\\bsie sind schon kund|réservé (?:aux|à nos) abonnés|déjà abonné|connectez-vous|(?:exclusivo|sólo|solo) para suscriptores|inicia sesión|ya (?:eres|es) suscriptor|riservato agli abbonati|sei già abbonato|accedi per|exclusivo para assinantes|já é assinante|alleen voor abonnees|al abonnee|inloggen",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Whoever asks speaks to the reader, or of the site; news speak of others. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:[Ww]e|[Oo]urs?|[Yy]ou|[Yy]ours?|[Ww]ir|[Uu]ns|[Uu]nser(?:e[nmrs]?)?|Ihre?[nmrs]?|Ihnen|Sie (?:können|haben|sich|stimmen)|[Dd]eine?[nmrs]?|[Nn]ous|[Nn]otre|[Nn]os|[Vv]ous|[Vv]otre|[Vv]os|[Nn]uestr[ao]s?|[Uu]sted|[Tt]us?|[Nn]ostr[aeio]|[Tt]uo|[Vv]ostr[aeio]|[Nn]oss[ao]s?|[Vv]ocê|[Oo]nze|[Uu]w|[Jj]ouw?|[Vv]år[at]?|[Vv]åre|[Vv]ores|[Nn]asz(?:e|ych)?|[Nn]asi|[Tt]woj[aąe]|[Мм]ы|[Нн]аш\\p{L}*|[Вв]ы|[Вв]аш\\p{L}*)(?!\\p{L})"
                    + "|\\b(?i:this|diese|ce|este|questo|deze|denna|dette) (?i:(?:web)?(?:site|seite|sitio|sito|plats))(?!\\p{L})|\\b(?i:esta (?:web|página)|neste site)(?!\\p{L})",
            Pattern.UNICODE_CASE);

    private static final Pattern QUOTED = Pattern.compile("[“„«\"][^“”„«»\"]{1,200}[”“»\"]");

    /** How a site begins to speak of itself and its partners. */
    private static final Pattern OWN_VOICE = Pattern.compile(
            "(?:we (?:and|use)|together with (?:our )?(?:\\d+ )?partners|our (?:site|website|partners)|this (?:site|website) uses|wir (?:und|verwenden|nutzen)|nous (?:et|utilisons)|nosotros y|utilizamos|noi e|utilizziamo|nós e|wij (?:en|gebruiken)|my i|vi (?:og|och|bruger|bruker|använder)|мы используем)\\b|当(?:社|サイト|ウェブサイト)|弊社|本(?:サイト|ウェブサイト)|私たち|我们|我們|本(?:网站|網站)|저희|당사|이 (?:웹)?사이트",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MIN_WORDS = 5;
    private static final double NEARLY_ALL = 0.75;

    private static final double HALF = 0.5;
    private static final int MIN_PLANS = 2;
    /** In the languages that do not write the English word, too. */
    private static final List<String> COOKIES = List.of(
            "ookie", "COOKIE", "çerez", "Çerez", "väste", "sütik", "Sütik", "куки", "Куки", "クッキー", "쿠키", "曲奇",
            "ارتباط", "עוגיות", "कुकी", "คุกกี้");

    private static final Pattern WALL_TITLE = Pattern.compile(
            "^\\W*(?:(?:please )?(?:log|sign)[ -]?in\\b|login\\b|register\\b|subscribe\\b|(?:please )?(?:disable|turn off|switch off|pause) (?:your |the )?ad|ad ?blocker|members only|subscribers only|anmelden|anmeldung|einloggen|connexion|iniciar sesión|accedi|entrar|inloggen)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ConsentText() {}

    /**
     * How many words there are in texts of some length, and how many of them in those that ask.
     *
     * @param asking at most {@code running}
     */
    public record Words(int running, int asking) {

        public static Words in(List<? extends Passage> passages) {
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

        public boolean mostAsk() {
            return running > 0 && asking * 2 > running;
        }
    }

    /** Whether nearly all of these texts, most of all the first, asks the reader to log in, to subscribe or to let advertisements through. */
    public static boolean wall(String title, List<String> paragraphs) {
        double asking = share(paragraphs, (text, words) -> walls(text, words) || asks(text));
        return asking > 0 && asking >= (WALL_TITLE.matcher(title).find() ? HALF : NEARLY_ALL);
    }

    /** Whether these texts are subscription plans for the most part, with two at least, and the price of one. */
    public static boolean plans(List<String> paragraphs) {
        return paragraphs.stream().anyMatch(WallNotices::priced)
                && paragraphs.stream()
                                .filter(text -> WallNotices.plan(
                                        text, TextShape.of(text).words()))
                                .count()
                        >= MIN_PLANS
                && share(paragraphs, ConsentText::walls) >= HALF;
    }

    private static boolean walls(String text, int words) {
        return WallNotices.is(text, words)
                || WallNotices.plan(text, words)
                || WALL.matcher(text).find();
    }

    /** Whether the text speaks of cookies, as sites set them or as people eat them. */
    static boolean cookies(String text) {
        return COOKIES.stream().anyMatch(text::contains);
    }

    /** Whether the text speaks to the reader or of the site, be it only in what it does not quote. */
    public static boolean addresses(String text) {
        String own = QUOTED.matcher(text).replaceAll(" ");
        return ADDRESS.matcher(own).find() || OWN_VOICE.matcher(own).lookingAt();
    }

    /** Share of the words that stand in texts which speak to the reader or of the site, 0 to 1. */
    public static double addressing(List<String> paragraphs) {
        return share(paragraphs, (text, words) -> ADDRESS.matcher(text).find());
    }

    private interface Judgement {
        boolean of(String text, int words);
    }

    /** Share of the words that stand in such texts, 0 to 1; 0 where there are none. */
    private static double share(List<String> paragraphs, Judgement judgement) {
        double words = 0;
        double such = 0;
        for (String paragraph : paragraphs) {
            int length = TextShape.of(paragraph).words();
            words += length;
            such += judgement.of(paragraph, length) ? length : 0;
        }
        return words == 0 ? 0 : such / words;
    }

    /** Whether a site asks for consent itself, as no article would: "We and our 214 partners use cookies …", "The Post uses cookies …". */
    static boolean ownVoice(String text, SiteNames site) {
        return (OWN_VOICE.matcher(text).lookingAt() || site.begin(text)) && asks(text);
    }

    /** Whether the text asks for consent to cookies or the like. */
    public static boolean asks(String text) {
        return WORD.matcher(text).find() || SENTENCE.matcher(text).find();
    }
}
