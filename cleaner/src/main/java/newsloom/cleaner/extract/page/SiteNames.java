package newsloom.cleaner.extract.page;

import java.util.HashSet;
import java.util.Set;
import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.TextShape;
import org.jspecify.annotations.Nullable;

/**
 * What the site is called: as the page declares it, as its {@code title} adds it to {@code og:title}, and as its host spells it ({@code county-gazette} for
 * "The County Gazette Online"). A masthead is told from a headline by it.
 */
public final class SiteNames {

    /** Of a page of which nothing is known. */
    public static final SiteNames NONE = new SiteNames(Set.of(), "");

    private static final String SIGNS = "|–—-·•:»";
    private static final int MIN_TITLE_CHARS = 8;
    private static final int MAX_WORDS = 6;
    private static final int MAX_CHARS = 120;
    private static final int MAX_ARTICLE_CHARS = 3;
    private static final int MIN_HOST_CHARS = 6;
    /** Room for an article and a word like "online" around the host's name. */
    private static final int MAX_EXTRA_CHARS = 9;

    private final Set<String> folded;
    private final String host;

    private SiteNames(Set<String> folded, String host) {
        this.folded = folded;
        this.host = host;
    }

    /** The names that the page, its linked data and its address give the site. */
    public static SiteNames of(PageHints hints, LinkedData data, String url) {
        Set<String> names = new HashSet<>();
        add(names, declared(hints, data));
        add(names, addedToTitle(hints.title(), hints.meta("og:title", "twitter:title")));
        return new SiteNames(names, letters(PageUrls.siteLabel(url)));
    }

    /** The name that the page declares, may be empty. */
    public static String declared(PageHints hints, LinkedData data) {
        String name = hints.meta("og:site_name", "application-name");
        return name != null ? name : data.publisher() == null ? "" : data.publisher();
    }

    /** Whether the page's title ends with this name, set off by a sign: where nothing is declared, that is mostly the site's. */
    public static boolean endsTitle(String title, String name) {
        String end = name.strip();
        int at = title.length() - end.length();
        return !end.isEmpty()
                && at >= MIN_TITLE_CHARS
                && title.regionMatches(true, at, end, 0, end.length())
                && setOff(title.substring(0, at));
    }

    private static boolean setOff(String before) {
        int sign = before.stripTrailing().length() - 1;
        return sign >= 0 && SIGNS.indexOf(before.charAt(sign)) >= 0;
    }

    /** What stands before or after the title for social networks in the title for browsers. */
    private static String addedToTitle(String title, @Nullable String social) {
        String all = Names.fold(title);
        String part = social == null ? "" : Names.fold(social);
        if (part.isEmpty()) {
            return "";
        }
        return all.endsWith(" " + part)
                ? all.substring(0, all.length() - part.length())
                : all.startsWith(part + " ") ? all.substring(part.length()) : "";
    }

    private static void add(Set<String> names, String name) {
        String folded = Names.fold(name);
        if (!folded.isEmpty() && Names.words(name).size() <= MAX_WORDS) {
            names.add(folded);
        }
    }

    /** Whether the text is a name of the site and nothing else. */
    public boolean hold(String text) {
        if (text.length() > MAX_CHARS) {
            return false;
        }
        if (folded.contains(Names.fold(text))) {
            return true;
        }
        String letters = letters(text);
        return host.length() >= MIN_HOST_CHARS
                && letters.length() <= host.length() + MAX_EXTRA_CHARS
                && letters.contains(host);
    }

    /** Whether the text begins with a name of the site, which may have an article before it. */
    public boolean begin(String text) {
        String start = Names.fold(text.substring(0, Math.min(text.length(), MAX_CHARS)));
        int space = start.indexOf(' ');
        boolean article = space > 0 && space <= MAX_ARTICLE_CHARS;
        return beginsWithOne(start) || (article && beginsWithOne(start.substring(space + 1)));
    }

    private boolean beginsWithOne(String start) {
        return folded.stream().anyMatch(name -> beginsWith(start, name)) || beginsWithHost(start);
    }

    private static boolean beginsWith(String start, String name) {
        int end = name.length();
        return start.startsWith(name)
                && (end == start.length()
                        || start.charAt(end) == ' '
                        || (TextShape.unspaced(start.charAt(end)) && TextShape.unspaced(start.charAt(end - 1))));
    }

    /** Whether the first words, so many as are not much longer than the host's name, spell it. */
    private boolean beginsWithHost(String start) {
        if (host.length() < MIN_HOST_CHARS) {
            return false;
        }
        StringBuilder letters = new StringBuilder();
        for (int at = 0, words = 0; at < start.length() && words < MAX_WORDS; words++) {
            int end = start.indexOf(' ', at) < 0 ? start.length() : start.indexOf(' ', at);
            if (letters.length() + end - at > host.length() + MAX_EXTRA_CHARS) {
                break;
            }
            letters.append(start, at, end);
            at = end + 1;
        }
        return letters.indexOf(host) >= 0;
    }

    private static String letters(String text) {
        return Names.fold(text).replace(" ", "");
    }
}
