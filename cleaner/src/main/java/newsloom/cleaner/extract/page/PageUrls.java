package newsloom.cleaner.extract.page;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URLs that a page declares, as far as they can be believed. */
public final class PageUrls {

    private static final int MAX_URL_CHARS = 2_000;

    private static final int MAX_SECTION_DEPTH = 3;
    /** What stands before the name of a section, a tag, an author (of two or three words where news stand there as well), or the number of a page. */
    private static final Pattern LIST_PATH = Pattern.compile(
            "(?i)/(?:category|categories|kategorien?|categorías?|categorias?|catégories?|rubriek|rubrik(?:en)?|rubrique|tags?|topics?|thema|themen|themes?|temas?|authors?|autor(?:en)?|auteurs?|sections?|archives?|archiv|search|suche|ressort|channel|latest|collections)(?:/[^/]{1,60})?(?:/page/\\d+)?/?$|/(?:page|seite|pagina)/\\d+/?$"
                    + "|/(?:category|categories|product-categor(?:y|ies)|sub-?categor(?:y|ies)|browse|catalogue?|kategorie)(?:/[^/]{1,80}){1,4}/?$"
                    + "|/(?:people|team|by)/\\p{L}+[-_.]\\p{L}+/?$|/(?:profiles?|staff|journalists?|reporters?|redaktion|auteurs?|autores?)/\\p{L}+(?:[-_.]\\p{L}+){1,2}/?$"
                    + "|/(?:forums|boards)/[^/]{1,80}\\.\\d+/?$|/(?:viewforum|forumdisplay)\\.php$");

    private static final Pattern LIST_QUERY =
            Pattern.compile("(?i)(?:^|&)(?:(?:s|q|query|search|tag|cat|section|category)=|paged?=\\d)");
    private static final Pattern FROM_WHERE =
            Pattern.compile("(?i)(?:&?(?:utm_\\w+|srsltid|gclid|fbclid|msclkid|mc_[ce]id|ref|referrer)=[^&]*)*");
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}+");

    private static final Pattern SLASHES_BEHIND = Pattern.compile("/+$");
    private static final Pattern FRONT_FILE = Pattern.compile("(?i)/(?:index|home|default)\\.\\w{3,4}");

    private PageUrls() {}

    /** The page's canonical URL: absolute, of the same registrable site, and not the front page for a page below it. Else null. */
    public static @Nullable String canonical(PageHints hints, String pageUrl) {
        for (String declared : new String[] {orEmpty(hints.canonical()), orEmpty(hints.meta("og:url"))}) {
            URI canonical = resolve(pageUrl, declared);
            URI page = parse(pageUrl);
            if (canonical != null && page != null && believable(canonical, page)) {
                return canonical.toString();
            }
        }
        return null;
    }

    private static boolean believable(URI canonical, URI page) {
        boolean frontPage = path(canonical).isEmpty()
                && canonical.getQuery() == null
                && !path(page).isEmpty();
        return !frontPage && site(canonical).equals(site(page));
    }

    /** An absolute http(s) URL, or null. */
    public static @Nullable String absolute(@Nullable String url, String pageUrl) {
        URI resolved = url == null ? null : resolve(pageUrl, url);
        return resolved == null ? null : resolved.toString();
    }

    /** Whether both lead to one page as far as host and path tell; the first may be relative to the second. */
    static boolean same(String url, String pageUrl) {
        URI one = resolve(pageUrl, url);
        URI other = parse(pageUrl);
        return one != null
                && other != null
                && site(one).equals(site(other))
                && path(one).equals(path(other));
    }

    /** Whether the URL is that of a front page, with nothing but where the reader came from in its query. */
    public static boolean frontPage(String url) {
        URI uri = parse(url);
        return uri != null
                && uri.getHost() != null
                && path(uri).isEmpty()
                && (uri.getQuery() == null || FROM_WHERE.matcher(uri.getQuery()).matches());
    }

    /** How much the URL looks like that of a list of pages: 2 where it says so ({@code /tag/harbour}, {@code ?page=2}), 1 for a few single words ({@code /news/sport/}), else 0. */
    public static int listSigns(String url) {
        URI uri = parse(url);
        String path = uri == null || uri.getPath() == null ? "" : uri.getPath();
        String query = uri == null || uri.getQuery() == null ? "" : uri.getQuery();
        if (LIST_PATH.matcher(path).find() || LIST_QUERY.matcher(query).find()) {
            return 2;
        }
        List<String> parts = Arrays.stream(path.split("/", MAX_SECTION_DEPTH + 3))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean words = parts.stream().allMatch(part -> ONE_WORD.matcher(part).matches());
        return words && !parts.isEmpty() && parts.size() <= MAX_SECTION_DEPTH ? 1 : 0;
    }

    /** The last part of the host's name in lower case ({@code uk}), or empty. */
    public static String topLevelDomain(String url) {
        URI uri = parse(url);
        String host = uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.substring(host.lastIndexOf('.') + 1);
    }

    /** The name that the site registered ({@code example-news} of {@code www.example-news.co.uk}), or empty. */
    static String siteLabel(String url) {
        URI uri = parse(url);
        String host = uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
        if (domain != null) {
            return domain.substring(0, domain.indexOf('.'));
        }
        String[] labels = host.split("\\.", -1);
        return labels.length < 2 ? "" : labels[labels.length - 2];
    }

    /** The domain that the site registered ({@code example-news.co.uk} of {@code www.example-news.co.uk}), the host where none is known, or empty. */
    public static String site(String url) {
        URI uri = parse(url);
        return uri == null ? "" : site(uri);
    }

    private static String path(URI uri) {
        String path = uri.getPath() == null
                ? ""
                : SLASHES_BEHIND.matcher(uri.getPath()).replaceFirst("");
        return FRONT_FILE.matcher(path).matches() ? "" : path;
    }

    private static String site(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
        return domain == null ? host : domain;
    }

    private static @Nullable URI resolve(String pageUrl, String url) {
        URI declared = url.isEmpty() || url.length() > MAX_URL_CHARS ? null : parse(url);
        URI page = parse(pageUrl);
        if (declared == null || page == null) {
            return null;
        }
        URI absolute = declared.isAbsolute() ? declared : page.isOpaque() ? null : page.resolve(declared);
        boolean web = absolute != null
                && absolute.getHost() != null
                && ("http".equalsIgnoreCase(absolute.getScheme()) || "https".equalsIgnoreCase(absolute.getScheme()));
        return web ? absolute : null;
    }

    private static @Nullable URI parse(String url) {
        try {
            return URI.create(url.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
