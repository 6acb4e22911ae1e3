package newsloom.contract.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL with an authority cut at its delimiters, nothing decoded.
 *
 * @param scheme lower case
 * @param host lower case, not empty, without user, port and trailing dot
 * @param port digits, empty when there is none
 * @param path begins with a slash, or is empty
 * @param query without its question mark, empty when there is none
 */
record UrlParts(String scheme, String host, String port, String path, String query) {
    private static final Pattern BARE_HOST =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*\\.\\p{L}{2,}(:\\d+)?([/?#].*)?");

    /** Empty when the text has no scheme or no host. */
    static Optional<UrlParts> of(String url) {
        int colon = url.indexOf("://");
        if (colon <= 0) {
            return Optional.empty();
        }
        int begin = colon + 3;
        int end = firstOf(url, begin, "/?#\\");
        String authority =
                url.substring(url.lastIndexOf('@', end - 1) >= begin ? url.lastIndexOf('@', end - 1) + 1 : begin, end);
        int portColon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = withoutTrailingDot(portColon < 0 ? authority : authority.substring(0, portColon));
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String port = portColon < 0 ? "" : authority.substring(portColon + 1);
        int query = firstOf(url, end, "?#");
        int fragment = firstOf(url, query, "#");
        return Optional.of(new UrlParts(
                url.substring(0, colon).toLowerCase(Locale.ROOT),
                host.toLowerCase(Locale.ROOT),
                port,
                url.substring(end, query),
                url.substring(Math.min(query + 1, fragment), fragment)));
    }

    UrlParts withHost(String other) {
        return new UrlParts(scheme, other, port, path, query);
    }

    UrlParts withPath(String other) {
        return new UrlParts(scheme, host, port, other, query);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port) + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether a text without a scheme begins as {@code example.com/} does. */
    static boolean looksLikeHost(String text) {
        return BARE_HOST.matcher(text).matches();
    }

    private static int firstOf(String text, int from, String delimiters) {
        for (int i = from; i < text.length(); i++) {
            if (delimiters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String withoutTrailingDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
