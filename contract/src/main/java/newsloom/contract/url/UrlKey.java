package newsloom.contract.url;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a URL that pages are keyed by: two addresses of one page should have one key, two pages never.
 *
 * <p>Normalising (case, default ports, dot segments, percent-encoding, IDN, order of parameters) is crawler-commons' work.
 * Its version 1.6 cuts the query at the wrong place when the path holds the percent-encoding of an unreserved character
 * (its issue 559), so those are decoded before ({@link PercentEncoding}). On top of it, what never tells two pages of a
 * news site apart goes: fragments, {@code http} against {@code https} on the default ports, {@code www.}, {@code m.} and
 * {@code amp.} hosts, AMP addresses and caches, directory indexes, trailing slashes, session ids, tracking parameters.
 *
 * <p>{@code UrlKey.of("http://www.Example.com:80/a/../b/index.html?utm_source=x&id=7#top")} is
 * {@code "https://example.com/b?id=7"}.
 *
 * <p>A key is a name, not an address to fetch. Keys are idempotent: {@code of(of(u)).equals(of(u))}. Stateless and
 * thread-safe; some tens of microseconds a call, linear in the length.
 */
public final class UrlKey {
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

    /** What is left of a link copied out of HTML source. */
    private static final Pattern ESCAPED_AMPERSAND = Pattern.compile("&(amp;)+");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    private UrlKey() {}

    /**
     * The key of a URL; never empty unless the text is blank.
     *
     * @param url any text; a {@code file:} URL keeps its path as it is, a text that is no http, https or file URL is its own key
     *     (without surrounding blanks and control characters)
     */
    public static String of(String url) {
        String cleaned = withoutControls(url);
        if (isFile(cleaned)) {
            return fileKey(cleaned);
        }
        String address =
                AmpCaches.unwrap(withScheme(ESCAPED_AMPERSAND.matcher(cleaned).replaceAll("&")));
        return isHttp(address) ? httpKey(address).orElse(cleaned) : cleaned;
    }

    private static Optional<String> httpKey(String address) {
        return UrlParts.of(PercentEncoding.decodeUnreserved(address))
                .map(parts -> parts.withPath(Paths.resolve(parts.path())))
                .flatMap(UrlKey::normalizeParts)
                .filter(parts -> parts.host().indexOf('%') < 0)
                .map(UrlKey::reduce)
                .map(UrlParts::toString);
    }

    /** The library encodes the brackets of an IPv6 address: another host stands in for it meanwhile. */
    private static Optional<UrlParts> normalizeParts(UrlParts parts) {
        if (!IPV6.matcher(parts.host()).matches()) {
            return normalize(parts.toString()).flatMap(UrlParts::of);
        }
        return normalize(parts.withHost("ipv6.invalid").toString())
                .flatMap(UrlParts::of)
                .map(normal -> normal.withHost(parts.host()));
    }

    private static Optional<String> normalize(String address) {
        try {
            return Optional.ofNullable(NORMALIZER.filter(address));
        } catch (RuntimeException e) { // a library that parses whatever the web holds: a text it trips over is no URL
            return Optional.empty();
        }
    }

    private static UrlParts reduce(UrlParts parts) {
        return new UrlParts(
                parts.port().isEmpty() ? "https" : parts.scheme(),
                Hosts.main(parts.host()),
                parts.port(),
                Paths.reduce(parts.path()),
                Queries.reduce(parts.query()));
    }

    private static String withoutControls(String url) {
        String stripped = url.strip();
        boolean clean = stripped.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
        return clean ? stripped : stripped.replaceAll("[\\x00-\\x1f\\x7f]", "").strip();
    }

    private static String withScheme(String text) {
        if (text.startsWith("//")) {
            return "https:" + text;
        }
        return UrlParts.looksLikeHost(text) ? "https://" + text : text;
    }

    private static boolean isHttp(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    private static boolean isFile(String text) {
        return text.regionMatches(true, 0, "file:", 0, 5);
    }

    private static String fileKey(String url) {
        String rest = url.substring(5).replaceFirst("^/*", "");
        return "file:///" + rest;
    }
}
