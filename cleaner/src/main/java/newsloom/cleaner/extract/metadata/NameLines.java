package newsloom.cleaner.extract.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.words.AnyCase;

/**
 * Names out of lines that begin with one and that no label calls a byline: {@code Ada Quist · The Courier · 5 March 2026}, {@code Ada QuistStaff Writer}. A menu or the caption of a picture may look the same;
 * whose name it is has to be told by the rest of the page, see {@link LineAuthors}.
 */
final class NameLines {

    private static final String TRADES =
            "(?:writer|editor|reporter|correspondent|columnist|contributor|journalist|critic|producer|author|director|staff|\\p{L}*redakteur(?:in)?|\\p{L}*korrespondent(?:in)?|volontär(?:in)?|journaliste|redactora?|periodista|giornalista)";
    private static final Pattern TRADE = AnyCase.pattern("\\b" + TRADES + "\\b");
    /** A name of two words, or with an initial between them, and up to three words before the trade: {@code Ada Quist Senior Night Editor}. */
    private static final Pattern TRADE_BEHIND =
            AnyCase.pattern("^(\\S+ (?:\\p{L}\\. )?\\S+)(?: \\S+){0,3}? " + TRADES + "\\b.*$");
    /** Where elements stood side by side without a space: {@code Ada QuistPublished}, {@code Ada Quist2 hours ago}, {@code Ada QuistCity Reporter}. */
    private static final Pattern GLUED = Pattern.compile(
            "(?<=\\p{Ll}{2})(?=\\d|@|(?:Published|Updated|Posted|Twitter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Ll}*\\b)|(?<=\\p{Ll}{3})(?=\\p{Lu}.*\\b(?i:"
                    + TRADES + ")\\b)");

    private static final Pattern LABEL_GLUED = Pattern.compile("^([Bb]y)(?=\\p{Lu}\\p{Ll})");
    /** A house in capitals. */
    private static final Pattern CAPITALS_BEHIND = Pattern.compile("(?<=\\p{Ll})(?: \\p{Lu}{2,}){2,}$");

    private static final Pattern PARTS =
            Pattern.compile("\\s*[|•·]\\s*|\\s+[–—-]+\\s+|(?<=\\p{L}),\\s*|\\s*/\\s*$|\\s+(?=\\d)");
    /** Words of menus, buttons, captions and headings. */
    private static final Pattern NO_PERSON = AnyCase.pattern(
            "\\b(?:getty|videos?|loading|captions?|related|stor(?:y|ies)|articles?|preferences|cookies?|privacy|terms|policy|podcasts?|newsletters?|menu|home|pages?|contacts?|overview|contents?|guides?|reviews?|categor(?:y|ies)|best|top|latest|breaking|news|sports?|business|opinion|culture|lifestyle|politics|about|log|sign|save|show|play|watch|listen|print|copy|links?|search|today|us|events?|conference|key|how|what|why|our|my|your|this|the|inhalt|zu[rm]?)\\b");

    private NameLines() {}

    /** Whether it tells of a trade of people who write. */
    static boolean tellTrade(String text) {
        return TRADE.matcher(text).find();
    }

    /** The line as far as it was one element, with a space behind a label. */
    static String unglued(String line) {
        return GLUED.split(LABEL_GLUED.matcher(line).replaceFirst("$1 "), 2)[0];
    }

    /** The name before a trade; else the text. */
    static String withoutTrade(String text) {
        Matcher trade = TRADE_BEHIND.matcher(text);
        return trade.matches() && AuthorNames.looksLikeName(trade.group(1)) ? trade.group(1) : text;
    }

    /** The people or agencies that the line begins with; none if it begins with anything else. */
    static List<String> names(String line, HostLabel site) {
        String text = AuthorFinder.withoutAddress(unglued(line));
        String person = withoutTrade(site.without(CAPITALS_BEHIND.matcher(text).replaceFirst("")));
        List<String> parts = DateText.around(person).stream()
                .limit(1)
                .flatMap(PARTS::splitAsStream)
                .takeWhile(part -> nameSomeone(part, site))
                .toList();
        return AuthorNames.of(parts).stream().filter(NameLines::namesSomeone).toList();
    }

    private static boolean nameSomeone(String text, HostLabel site) {
        boolean people = AuthorNames.lookLikeNames(text)
                && text.codePoints().anyMatch(Character::isLowerCase)
                && !AuthorNames.isHouse(text)
                && !NO_PERSON.matcher(text).find();
        return (people || AuthorNames.isAgency(text)) && !site.names(text);
    }

    private static boolean namesSomeone(String name) {
        return AuthorNames.looksLikeName(name) || AuthorNames.isAgency(name);
    }
}
