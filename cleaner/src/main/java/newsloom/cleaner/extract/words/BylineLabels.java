package newsloom.cleaner.extract.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words beside a name that say what its bearer did for a text: "By", "Автор:", "文・" and "بقلم" before the name and "기자" behind it wrote, "Photographs by" before it did not. Labels like
 * "Text" that are also plain words count with a sign behind them only, and with something behind it that looks like a name.
 */
public final class BylineLabels {

    private static final int MAX_LABELS = 3;
    private static final int MAX_NAME_WORDS = 5;
    private static final int MAX_WORDS = 25;

    /** Before a name with or without a colon. */
    private static final Pattern PLAIN = AnyCase.pattern(
            "(?:(?:written|posted|published|reported|edited|reviewed|words|story|text|article|reporting)\\s+)?(?:by|von|por|par|di|door|av|af|autor(?:in)?|author|redaktion|text|interview|byline|alle artikel von|posts by|view all posts by)(?:\\s*:\\s*|\\s+)");

    /** Verbs and nouns that stand right before a name, without a sign as well. */
    private static final Pattern TELLING = AnyCase.pattern(
            "(?:propos (?:recueillis|rapportés) par|(?:écrit|rédigé|recueilli|signé) par|escrito (?:por|de)|redactado por|texto (?:de|por)|a cura di|geschreven door|(?:skrevet|tekst|skriven|text) a[fv]|scris de|text de"
                    + "|ditulis oleh|oleh|penulis|napsala?|napisała?|opracowała?|oprac\\.|zpracovala?|připravila?|írta|yazan|kirjoittanut|piše|napisa[ol]a?|автор(?:ка|ы|и)?(?:\\s+(?:текста|статьи|материала|тексту|статті|матеріалу))?|записал[аи]?|подготовил[аи]?|записа(?:в|ла)|підготува(?:в|ла)|пише"
                    + "|γράφ(?:ει|ουν)(?: (?:ο|η|οι))?|του|της|των|συντάκτης|συντάκτρια|autor(?:k[ay]|ka|é|zy|ul)|szerző|yazar|muhabir|tác giả|מאת|بقلم|به قلم|كتبت?|نویسنده|تحریر|लेखक|โดย)(?:\\s*[:：]\\s*|\\s+)"
                    + "|\\p{IsHan}{0,6}?(?:记者|通讯员|撰稿人?|采写|記者|撰文)\\s*[:：]?\\s*(?=\\p{L})");

    private static final String WRITING =
            "text[oe]?|teksti?|haber|haberi yazan|yazı|röportaj|reportage|reporter|reportaje|szöveg|words|story|interview|autor(?:i|e|es|as?|in|en)?|auteure?s?|autrice|redactor(?:a)?|redakcja|journalist(?:e|a)?|periodista"
                    + "|текст|журналист(?:ка)?|журналіст(?:ка)?|корреспондент|кореспондент|репортаж|интервью|інтерв'ю|беседовал[аи]?|спілкува(?:вся|лася)|аутор(?:ка)?|κείμενο|ρεπορτάζ|συνέντευξη"
                    + "|إعداد|تقرير|حوار|الكاتب|الكاتبة|المراسل|گزارش|خبرنگار|रिपोर्ट|रिपोर्टर|เรื่อง|글|취재|작성자|글쓴이|기자|文字?|作者|撰稿|采访|採訪|取材|執筆|著者|筆者|ライター";
    private static final String PICTURING =
            "photo(?:graph)?s?|photography|photographed|pictures?|images?|illustrat(?:ions?|ed)|graphics?|styled|styling|video|filmed|foto(?:s|grafi[ae])?|bilder|zdjęcia|valokuvat?|kuvat?|fotók?|φωτογραφίες|фото(?:графии)?|摄影|攝影|写真|撮影|사진|تصوير";
    /** Before a name with a sign behind it; other words may stand between, {@code Text und Fotos:}. */
    private static final Pattern SIGNED = AnyCase.pattern(
            "(?:(?:" + PICTURING + ")\\s?[\\p{L}&+・/]{1,3}\\s?)?(?:" + WRITING
                    + ")(?:\\s?(?:[,/&+・·]|(?<=\\s)(?:und|and|et|y|e|i|a|en|og|och|ja|ve|и|та|і|και|و)(?=\\s))\\s?\\p{L}+){0,2}\\s?[:：=＝]\\s*|文[・/／丨|｜]\\s*");

    /** Who took or made the pictures. */
    private static final Pattern PICTURED =
            AnyCase.pattern("(?:" + PICTURING + ")(?:\\s+(?:by|from|von|par|de|di|av|af)\\b|\\s*[:：／/])\\s*");
    /** Who had another hand in it than writing. */
    private static final Pattern HELPED = AnyCase.pattern(
            PICTURED.pattern()
                    + "|(?:(?:medically|expert|fact[- ]?)\\s*)?(?:edited|editing|reviewed|checked|contributions?|contributed|translated|translation|redigiert|übersetz(?:t|ung)|übersetzung und adaptierung)(?:\\s+(?:by|from|von|par|de)\\b|\\s*:)\\s*");

    /** A Korean reporter, maybe behind the place and agency: {@code [한빛=온누리뉴스] 김하늘 기자}. */
    private static final Pattern TRADE_BEHIND = Pattern.compile(
            "(?:[\\[(【][^\\])】]{1,30}[\\])】]\\s*)?[\\uac00-\\ud7a3]{2,4}(?:[·,]\\s?[\\uac00-\\ud7a3]{2,4}){0,3}\\s?(?:선임|인턴|객원|전문)?\\s?(?:기자|특파원|논설위원)(?![\\uac00-\\ud7a3]).*"
                    + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,6}(?:\\s[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{1,4})?\\s?記者");

    private static final Pattern NAME_END = Pattern.compile("[,;|/／、，(（]|\\s[–—-]\\s|\\s\\d|\\s\\p{L}+[:：]");
    private static final Pattern UNSPACED_END = Pattern.compile("[(（]|\\s\\p{L}+[:：]");
    private static final Pattern UNSPACED_PARTS = Pattern.compile("[\\s;|/／、，丨・·]+");
    /** As long as names are in Chinese or, where Japanese syllables or strange names stand in them, in Japanese; or where a report was written. */
    private static final Pattern UNSPACED_NAME = Pattern.compile(
            "\\p{IsHan}{2,4}|\\p{IsHan}{2,6}(?:报道|報導|報道|摄)|(?=.{0,6}[\\p{IsHiragana}\\p{IsKatakana}])[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]{2,8}|[\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{M}]{2,20}|\\p{IsHan}");
    /** Small words within names. */
    private static final Pattern PARTICLE = Pattern.compile(
            "d[aeiou]s?|del(?:la|le|lo)?|degli|dei|l[aeo]s?|v[ao]n|vom|zu[mr]?|ten|ter|te|'t|den|der|op|a[fv]l?|e[lr]|ul|bin|ibn|bint|ben|abu|e|i|y|ap|st\\.?|mc|og|och|und|and|et|oraz|и|та|і|ve|και");

    private BylineLabels() {}

    /** Whether the text begins with a label of who wrote it; what follows may be anything. */
    public static boolean begin(String text) {
        return end(text) > 0;
    }

    /** The text without the labels of who wrote it that it begins with. */
    public static String without(String text) {
        String rest = text;
        for (int i = 0; i < MAX_LABELS; i++) {
            int end = end(rest);
            if (end == 0) {
                return rest;
            }
            rest = rest.substring(end).strip();
        }
        return rest;
    }

    private static int end(String text) {
        return Stream.of(SIGNED, TELLING, PLAIN)
                .mapToInt(label -> end(label, text))
                .filter(end -> end > 0)
                .findFirst()
                .orElse(0);
    }

    private static int end(Pattern label, String text) {
        Matcher matcher = label.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** A short line that says who wrote it, and is no sentence. */
    public static boolean isByline(String text) {
        TextShape shape = TextShape.of(text);
        return shape.words() <= MAX_WORDS && !shape.sentenceEnd() && tell(text);
    }

    /** Whether the text tells who wrote it: a label, and a name as far as that can be seen. */
    public static boolean tell(String text) {
        int plain = end(PLAIN, text);
        if (plain > 0 && plain < text.length() && Character.isUpperCase(text.charAt(plain))) {
            return true;
        }
        return List.of(SIGNED, TELLING).stream().anyMatch(label -> nameFollows(text, end(label, text)))
                || TRADE_BEHIND.matcher(text).matches();
    }

    private static boolean nameFollows(String text, int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        return TextShape.unspaced(text.charAt(at))
                ? UNSPACED_PARTS
                        .splitAsStream(UNSPACED_END.split(text.substring(at), 2)[0])
                        .allMatch(part -> UNSPACED_NAME.matcher(part).matches())
                : likeName(NAME_END.split(text.substring(at), 2)[0].strip());
    }

    /** Two words and more that begin with capitals, particles between them aside; where a script has no capitals, as many words or characters as a name has. */
    private static boolean likeName(String text) {
        TextShape shape = TextShape.of(text);
        if (text.isEmpty() || !Character.isLetter(text.codePointAt(0)) || shape.sentences() > 2) {
            return false;
        }
        if (!Character.isUpperCase(text.codePointAt(0)) && Character.isLowerCase(text.codePointAt(0))) {
            return false;
        }
        boolean cased = shape.capitalised() > 0;
        long particles = Stream.of(text.split("\\s+", -1))
                .filter(word -> PARTICLE.matcher(word).matches())
                .count();
        return shape.words() >= (shape.density() > 1 ? 1 : 2)
                && shape.words() <= MAX_NAME_WORDS + particles
                && (!cased || shape.capitalised() + particles >= shape.words());
    }

    /** Whether a word that begins with a small letter may begin a name, as "van" and "de" do. */
    public static boolean particle(String word) {
        return PARTICLE.matcher(word).matches();
    }

    /** Whether the text begins with a label of who took the pictures. */
    public static boolean pictured(String text) {
        return PICTURED.matcher(text).lookingAt();
    }

    /** Where the label of a helper ends that the text begins with: of who took pictures, edited, reviewed; 0 where there is none. */
    public static int helpedEnd(String text) {
        return end(HELPED, text);
    }
}
