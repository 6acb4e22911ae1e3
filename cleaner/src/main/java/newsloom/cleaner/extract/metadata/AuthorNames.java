package newsloom.cleaner.extract.metadata;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.date.WeekdayNames;
import newsloom.cleaner.extract.words.AnyCase;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.OneLine;
import newsloom.cleaner.extract.words.TextShape;

/**
 * Single names out of lines that tell who wrote something: "By Ada Quist and Ole Strand for The Courier" are two people. Cut are the words before the names, dates, degrees, trades,
 * places, who else had a hand in it and for whom it was written. Names come in order, each once regardless of case.
 */
final class AuthorNames {

    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_NAME_WORDS = 6;
    private static final int MAX_AUTHORS = 12;
    /** What is longer is no byline. */
    private static final int MAX_LINE_CHARS = 500;

    private static final Pattern DATE_BEHIND =
            Pattern.compile("\\s+(?:on|am|le|el|il|em|op|den)\\s+[^,;|]*\\d.*$", Pattern.CASE_INSENSITIVE);
    /** Who else had a hand in it, for whom it was written and where. */
    private static final Pattern OTHERS_BEHIND = Pattern.compile(
            "(?<=\\S \\S{1,30})\\s+(?:for|in|at)\\s+\\p{Lu}.*$|\\s*[.;,|]\\s*(?:photo(?:graph)?s?|photography|pictures?|images?|illustrations?|graphics?|editing|edited|additional reporting|fotos?|bilder)\\s*(?:by|von|:)\\s.*$",
            Pattern.CASE_INSENSITIVE);

    private static final String DEGREES =
            "ph\\.?\\s?d\\.?|m\\.?d\\.?|d\\.?o\\.?|mba|mph|m\\.?sc?\\.?|m\\.?a\\.?|b\\.?sc?\\.?|bsn|msn|r\\.?d\\.?n?\\.?|r\\.?n\\.?|ldn?|lcsw|pharmd|dvm|cpa|cfp|esq\\.?|j\\.?d\\.?";
    private static final Pattern DEGREE = Pattern.compile("(?i)" + DEGREES);
    private static final Pattern DEGREE_BEHIND = Pattern.compile(
            "(?<=\\S \\S{1,30})\\s+(?:Ph\\.?D\\.?|M\\.?D\\.?|MBA|MPH|MSc?|BSc?|RDN?|RN|LDN?|DVM|CPA|JD)$");
    /** A reporter's trade behind a Korean or Japanese name, and how many more there are. */
    private static final Pattern TRADE = Pattern.compile(
            "(?<=[\\uac00-\\ud7a3])\\s*(?:(?:선임|인턴|객원|전문)\\s?)?(?:기자|특파원|논설위원)(?:[\\s=].*)?$|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])\\s?記者$");
    /** The agency that a reporter works for, right behind the name. */
    private static final Pattern AGENCY_BEHIND = Pattern.compile(
            "(?<=\\S \\S{1,30})\\s+(?:the\\s+)?(?:associated press|canadian press|press association|agence france-presse|reuters|bloomberg)$",
            Pattern.CASE_INSENSITIVE);

    /** Where the report was written: one word behind names of several. */
    private static final Pattern PLACE_BEHIND = Pattern.compile("(?<=\\S \\S{1,30}), \\p{Lu}\\p{Ll}+$");

    /** Several people by their family names first: {@code Quist, Ada; Strand, Ole}. */
    private static final Pattern FAMILY_FIRST = Pattern.compile("[^,;]+, [^,;]+(?:; [^,;]+, [^,;]+)+");

    private static final Pattern INVERTED = Pattern.compile("\\s*([^,;]+), ([^,;]+)");

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:;|\\||•|(?<!\\p{IsHan})·|/|&|,|\\band\\b|\\bAND\\b|\\bund\\b|\\bUND\\b|\\bet\\b|\\by\\b|\\be\\b(?=\\s+\\p{Lu})|\\bog\\b|\\boch\\b|[、，／｜丨＆،]|(?<=\\s)(?:[иіe]|та|ve|oraz|και|és|și|şi|dan|ja|en|[aái](?=\\s+\\p{Lu}\\S*\\s+\\p{Lu}))(?=\\s+\\p{Lu})|(?<=\\s)و(?=\\s))\\s*");
    private static final Pattern LISTED = Pattern.compile("[,;|/•·、，／｜،]");
    /** Another label, with its colon, and whatever follows: {@code Ada Quist Photos: Ole Strand}. */
    private static final Pattern LABEL_BEHIND = Pattern.compile("(?<=\\S)[\\s,;|/／]+\\p{L}+\\s?[:：].*$");
    /** What is said of a date that was cut off, words before it, and what the report calls itself in Chinese. */
    private static final Pattern REPORT_BEHIND = AnyCase.pattern(
            "(?:^|[\\s,|·•–—-]+)(?:(?:last |first )?(?:published|posted|updated)|veröffentlicht|aktualisiert|erstellt|stand|publiée?|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|опубликовано|обновлено|опубліковано|оновлено)\\W*$|\\s(?:(?:on|am)(?:\\s\\p{L}+,?)?|at|le|el|il|em|op|den)$|[\\s／/]\\p{IsHan}{0,4}(?:报道|報導|報道|摄)$|(?:^|[\\s,|·•–—-]+)(?:입력|등록|승인|송고|(?:최종)?수정|업데이트|公開|配信|更新|发布|發佈)[^\\p{L}]*$");
    /** Chinese names that only spaces part, as they stand behind a label. */
    private static final Pattern CHINESE_NAMES = Pattern.compile("\\p{IsHan}{2,4}(?: \\p{IsHan}{2,4})+");

    private static final Pattern THAI_NAME = Pattern.compile("[\\p{IsThai}\\p{M}]{2,18} [\\p{IsThai}\\p{M}]{2,18}");

    private static final Pattern CHINESE_LABEL = Pattern.compile("\\p{IsHan}{0,6}(?:记者|通讯员|采写|撰稿)");
    /** Where a Korean or Chinese report was written, in brackets. */
    private static final Pattern PLACE_BEFORE = Pattern.compile("^[\\[(（【][^\\])）】]{1,30}[\\])）】]\\s*(?=\\S)");

    private static final Pattern NO_NAME = Pattern.compile(
            "https?|www\\.|[@\\d:<>{}\\[\\]]|\\b(?:editor|reporter|correspondent|journalist|contributor|contributing|writer|columnist|redakteur(?:in)?|journalistin|journaliste|staff|published|updated|posted|minute|min|read|reading|share|follow|subscribe|account|sponsored|comments?|kommentare|image|photo|photos|copyright|senior|chief|director|manager|expert|consultant|developer|engineer|founder|ceo|analyst|fellow|intern|professor|uhr|am|pm|january|february|march|april|june|july|august|september|october|november|december|profile|bio|more|view|all|null|undefined|admin|administrator|webmaster|guest)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What is said of an author behind the name: in brackets, or behind a dash. */
    private static final Pattern ASIDE_BEHIND = Pattern.compile("\\s*[(（–—].*$| - .*$");

    private static final Pattern SIGNS_AROUND = Pattern.compile("^[\\s.,:*]+|[\\s,:*•●]+$");
    /** What a page may declare as its author and is nobody. */
    private static final Pattern NOBODY = Pattern.compile(
            "https?:|www\\.|@|[<>{}\\[\\]]|^\\W*(?:\\d+|admin|administrator|root|webmaster|guest|user|author|null|none|undefined|unknown|anonymous|n/?a)\\W*$",
            Pattern.CASE_INSENSITIVE);
    /** Behind a name, the house that someone writes for. */
    private static final Pattern HOUSE = Pattern.compile(
            "\\b(?:press|media|news|journal|times|post|gazette|tribune|herald|magazine|network|agency|television|radio|daily|portal|diario|periódico|zeitung|gazete|gazeta|газета|редакция|редакція|center|centre|institute|university|museum|department|association)\\b",
            Pattern.CASE_INSENSITIVE);
    /** News agencies as bylines abbreviate them. */
    private static final Set<String> AGENCIES = Set.of(
            "afp", "anp", "ansa", "ap", "apa", "belga", "čtk", "dpa", "efe", "epd", "kna", "lusa", "mti", "ntb", "pap",
            "ritzau", "rtr", "sda", "sid", "stt", "tass", "tt", "upi");

    private AuthorNames() {}

    /** Names as people and news agencies have them. */
    static List<String> of(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : lines) {
            for (String name : namesIn(line)) {
                names.putIfAbsent(Names.fold(name), name);
            }
        }
        return names.values().stream().limit(MAX_AUTHORS).toList();
    }

    /** What a page declares in a field for its author, though it is no name of a person: a handle, "Staff", the site in small letters. */
    static List<String> declared(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : lines) {
            for (String part : SEPARATOR.split(OneLine.of(line, MAX_LINE_CHARS), MAX_AUTHORS + 1)) {
                boolean fits = part.length() >= 2
                        && part.length() <= MAX_NAME_CHARS
                        && TextShape.of(part).words() <= MAX_NAME_WORDS;
                if (fits
                        && !BylineLabels.pictured(part)
                        && !NOBODY.matcher(part).find()) {
                    names.putIfAbsent(Names.fold(part), part);
                }
            }
        }
        return names.values().stream().limit(MAX_AUTHORS).toList();
    }

    /** Two to four words, each with a capital letter. */
    static boolean looksLikeName(String text) {
        TextShape shape = TextShape.of(text);
        return shape.words() >= 2 && shape.words() <= 4 && shape.capitalised() == shape.words();
    }

    /** One name, or several that words join: what signs part is often a list of other things. */
    static boolean lookLikeNames(String text) {
        String[] parts = SEPARATOR.split(text, MAX_AUTHORS + 1);
        return looksLikeName(text)
                || (parts.length <= MAX_AUTHORS
                        && !LISTED.matcher(text).find()
                        && Stream.of(parts).allMatch(AuthorNames::looksLikeName));
    }

    /** Whether a letter tells by its size where a name begins: the small ones of Georgian are all that is written. */
    static boolean cased(int c) {
        return (Character.isUpperCase(c) || Character.isLowerCase(c)) && UnicodeScript.of(c) != UnicodeScript.GEORGIAN;
    }

    /** Two parts as long as Thai names have them; counted in words, as other texts without spaces are, they are long. */
    static boolean isThaiName(String text) {
        return THAI_NAME.matcher(text).matches();
    }

    static boolean isAgency(String name) {
        return AGENCIES.contains(Names.fold(name));
    }

    /** Whether a word of it says that it is no person but what people work for. */
    static boolean isHouse(String name) {
        return HOUSE.matcher(name).find();
    }

    private static List<String> namesIn(String line) {
        String told = OneLine.of(line, MAX_LINE_CHARS);
        if (BylineLabels.pictured(told)) {
            return List.of();
        }
        String undated = DateText.around(DATE_BEHIND.matcher(told).replaceFirst("")).stream()
                .findFirst()
                .orElse("");
        String rest = BylineLabels.without(PLACE_BEFORE.matcher(undated).replaceFirst(""));
        rest = LABEL_BEHIND.matcher(rest).replaceFirst("");
        rest = REPORT_BEHIND.matcher(rest).replaceFirst("");
        rest = OTHERS_BEHIND.matcher(rest).replaceFirst("");
        rest = PLACE_BEHIND.matcher(familyLast(rest)).replaceFirst("");
        boolean chinese = CHINESE_LABEL.matcher(undated).lookingAt();
        List<String> names = new ArrayList<>();
        for (String part : SEPARATOR.split(ASIDE_BEHIND.matcher(rest).replaceAll(""), MAX_AUTHORS + 1)) {
            String name = bare(part);
            boolean house = !names.isEmpty() && isHouse(name);
            if (isName(name) && !house && !DEGREE.matcher(name).matches()) {
                names.addAll(
                        chinese && CHINESE_NAMES.matcher(name).matches()
                                ? List.of(name.split(" ", -1))
                                : List.of(name));
            }
        }
        return names;
    }

    private static String familyLast(String names) {
        return FAMILY_FIRST.matcher(names).matches() ? INVERTED.matcher(names).replaceAll("$2 $1") : names;
    }

    /** Without what stands around a name. */
    private static String bare(String part) {
        String name = SIGNS_AROUND.matcher(BylineLabels.without(part.strip())).replaceAll("");
        name = TRADE.matcher(name).replaceFirst("");
        name = AGENCY_BEHIND.matcher(name).replaceFirst("");
        return DEGREE_BEHIND.matcher(name).replaceFirst("");
    }

    private static boolean isName(String name) {
        if (name.length() < 2
                || name.length() > MAX_NAME_CHARS
                || NO_NAME.matcher(name).find()
                || WeekdayNames.has(name)
                || beginsSmall(name)) {
            return false;
        }
        TextShape shape = TextShape.of(name);
        boolean cased = name.codePoints().anyMatch(AuthorNames::cased);
        return shape.words() >= 1
                && (shape.words() <= MAX_NAME_WORDS || isThaiName(name))
                && (!cased
                        || isAgency(name)
                        || Character.isUpperCase(name.codePointAt(0))
                        || (shape.words() > 1 && shape.capitalised() > 0));
    }

    /** Whether the first of several words is one in small letters that no name begins with: {@code at Mill Lane}. */
    private static boolean beginsSmall(String name) {
        String first = name.split("[\\s'’-]", 2)[0];
        return first.length() < name.length()
                && first.equals(first.toLowerCase(Locale.ROOT))
                && Character.isLowerCase(name.codePointAt(0))
                && cased(name.codePointAt(0))
                && !BylineLabels.particle(first);
    }
}
