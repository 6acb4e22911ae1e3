package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.aggregator.names.Name.Kind;

/**
 * Names in Japanese, Chinese and Thai texts, which have neither capitals nor spaces between words: only what a cue tells, a title or an honorific, a city's or a
 * company's last characters. Where a name begins is told in Japanese by the change of script, in Chinese by punctuation or a word of one
 * character before it, and the name has to come again. Most names are missed for that. Linear in the text but for the names, of which there
 * are few.
 */
final class UnspacedNames {
    private static final Cues CUES = Cues.SHIPPED;
    private static final String KATAKANA = "[ァ-ヴー]";
    private static final String FOREIGN = KATAKANA + "{2,12}(?:[・＝]" + KATAKANA + "{2,12}){1,3}";
    private static final String KANJI = "[\\p{IsHan}々]";
    private static final String NO_KANJI_BEFORE = "(?<![\\p{IsHan}々])";
    /** What stands before an office in a Japanese text and is no name. */
    private static final Pattern NO_PERSON = Pattern.compile("^[元前現副新同両各].*|.*[市県都府道区町村国州党社省庁]$");

    /** "各乡镇", "特色小镇". */
    private static final Pattern NO_PLACE = Pattern.compile(".*[各某几多全本两一二三四五六七八九十个等每].*|.*[小大城老古乡][市县镇]");

    private static final Pattern NO_NAME = Pattern.compile(".*[的了在是和与对将被把这那个也就].*");

    /** "大都市", "学園都市"; but 京都市 is one. */
    private static final Pattern ORDINARY_CITIES = Pattern.compile(".*(?<!^京)都市");

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String text;
    private final String language;
    private final Map<String, Kind> found = new HashMap<>();

    private UnspacedNames(String title, String text, String language) {
        this.text = title + "\n" + text;
        this.language = language;
    }

    static boolean areIn(String language) {
        return pairsAreNames(language) || language.equals("th");
    }

    /** Whether two characters of a name tell it; of the letters of an alphabet they do not. */
    static boolean pairsAreNames(String language) {
        return language.equals("ja") || language.equals("zh");
    }

    /** Most frequent first, at most {@code max}. */
    static List<Name> find(String language, String title, String text, int max) {
        var names = new UnspacedNames(title, text, language);
        if (language.equals("ja")) {
            names.japanese();
        } else if (language.equals("th")) {
            names.thai();
        } else {
            names.chinese();
        }
        return names.byCount(max);
    }

    private void japanese() {
        String honoured = oneOf("behind-person");
        String office = oneOf("office");
        each("(" + FOREIGN + ")(?:" + honoured + "|" + office + ")", Kind.PERSON);
        each("(?<!" + KATAKANA + "|・)(" + KATAKANA + "{2,12})(?:" + honoured + ")", Kind.PERSON);
        each(NO_KANJI_BEFORE + "(?:" + office + ")?(" + KANJI + "{2,5})(?:" + honoured + ")", Kind.PERSON);
        each(NO_KANJI_BEFORE + "(" + KANJI + "{4})(?:" + office + ")", Kind.PERSON);
        each("(?<=[市県町村州の])(" + KANJI + "{4})(?:" + office + ")", Kind.PERSON);
        each("(?<!" + KATAKANA + ")(" + KATAKANA + "{2,12}(?:" + oneOf("behind-place") + "))", Kind.PLACE);
        each(NO_KANJI_BEFORE + "(" + KANJI + "{2,4}(?:" + oneOf("behind-place") + "))(?!" + KANJI + ")", Kind.PLACE);
        each(
                "(?<!" + KATAKANA + ")(" + KATAKANA + "{2,12}" + KANJI + "{0,6}(?:" + oneOf("behind-organisation")
                        + "))(?!" + KANJI + ")",
                Kind.ORGANISATION);
        each(
                NO_KANJI_BEFORE + "(" + KANJI + "{2,8}(?:" + oneOf("behind-organisation") + "))(?!" + KANJI + ")",
                Kind.ORGANISATION);
        each("株式会社(" + KATAKANA + "{2,12})", Kind.ORGANISATION);
        found.keySet()
                .removeIf(name -> found.get(name) == Kind.PERSON
                        && NO_PERSON.matcher(name).matches());
    }

    private void chinese() {
        String who = oneOf("before-person");
        String says = "(?=" + oneOf("speech") + "|" + oneOf("behind-person") + "|[，。、；：“])";
        String surname = "(?:" + oneOf("surname") + ")";
        String begins = "(?<=^|[^\\p{IsHan}]|" + oneOf("before-name") + ")";
        String foreign = "\\p{IsHan}{1,5}(?:·\\p{IsHan}{1,6}?){1,3}";
        each("(?:" + who + ")(" + surname + "\\p{IsHan}{1,2}?)" + says, Kind.PERSON);
        each("(?<=^|[^\\p{IsHan}·])(" + surname + "\\p{IsHan}{1,2}?)(?=" + oneOf("behind-person") + ")", Kind.PERSON);
        each("(?:" + who + ")(" + foreign + ")" + says, Kind.PERSON);
        String inside = "(?:(?!" + oneOf("before-name") + ")\\p{IsHan})";
        String province = "(?:" + oneOf("region") + ")(?:省|市|自治区)?";
        String town = inside + "{2,3}?(?:市|县|区)";
        String part = "(" + inside + "{2,3}?(?:" + oneOf("inner-place") + "))";
        each(province + part, Kind.PLACE);
        each(province + town + part, Kind.PLACE);
        each("(?<=^|[^\\p{IsHan}]|在|于)(" + inside + "{2,3}?(?:市(?!场|民|值|容)|县|镇))", Kind.PLACE);
        Set<String> once = Set.copyOf(found.keySet());
        each(begins + "(" + inside + "{2,4}?(?:" + oneOf("behind-place") + "))(?!场|民|值|容)", Kind.PLACE);
        each(
                "(?<=^|[^\\p{IsHan}]|[市县镇]|" + oneOf("before-name") + ")(" + inside + "{2,8}?(?:"
                        + oneOf("behind-organisation") + "))",
                Kind.ORGANISATION);
        Set<String> provinces = CUES.of("region", language);
        found.keySet()
                .removeIf(name -> provinces.stream().anyMatch(name::startsWith)
                        || NO_NAME.matcher(name).matches()
                        || (!once.contains(name) && occurrences(name) < 2)
                        || (found.get(name) == Kind.PLACE
                                && NO_PLACE.matcher(name).matches()));
    }

    /** A person has two names with a space between; a name ends at one, or at a word that follows names. */
    private void thai() {
        String ends = "(?=\\P{IsThai}|$|" + oneOf("behind-name") + ")";
        String begins = "(?<=^|\\P{IsThai}|" + oneOf("before-name") + ")";
        String common = "(?!" + oneOf("no-stem") + ")";
        each(
                begins + "(?:" + oneOf("before-person") + ") ?" + common + "(\\p{IsThai}{2,14} \\p{IsThai}{3,16}?)"
                        + ends,
                Kind.PERSON);
        each("(?<!\\.)(?:" + oneOf("before-place") + ") ?" + common + "(\\p{IsThai}{3,14}?)" + ends, Kind.PLACE);
        each(
                "(" + "(?:" + oneOf("before-organisation") + ")" + common + "\\p{IsThai}{3,18}?)" + ends,
                Kind.ORGANISATION);
    }

    private void each(String pattern, Kind kind) {
        Matcher match = PATTERNS.computeIfAbsent(pattern, form -> Pattern.compile(form, Pattern.MULTILINE))
                .matcher(text);
        while (match.find()) {
            String name = match.group(1);
            if (!isCommon(name)) {
                found.putIfAbsent(name, kind);
            }
        }
    }

    /** Whether it is a common noun, such as a state university: with its ending or without. */
    private boolean isCommon(String name) {
        Set<String> stems = CUES.of("no-stem", language);
        return stems.contains(name)
                || (language.equals("ja") && ORDINARY_CITIES.matcher(name).matches())
                || List.of("behind-place", "behind-organisation").stream()
                        .flatMap(list -> CUES.of(list, language).stream())
                        .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                        .map(ending -> name.substring(0, name.length() - ending.length()))
                        .anyMatch(stem -> stem.length() < 2 || stems.contains(stem));
    }

    private String oneOf(String list) {
        return CUES.oneOf(list, language);
    }

    /** A part that never stands alone is none, and a surname counts for the whole name. */
    private List<Name> byCount(int max) {
        List<String> whole = new ArrayList<>(found.keySet());
        whole.removeIf(name -> found.keySet().stream()
                .anyMatch(other -> !other.equals(name)
                        && other.contains(name)
                        && found.get(other) == found.get(name)
                        && (found.get(name) == Kind.PERSON || occurrences(other) == occurrences(name))));
        return whole.stream()
                .sorted(Comparator.comparingInt((String name) -> -occurrences(name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(max)
                .map(name -> new Name(name, found.getOrDefault(name, Kind.UNKNOWN)))
                .toList();
    }

    private int occurrences(String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            count++;
        }
        return count;
    }
}
