package newsloom.contract.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of AMP caches and viewers, which hold the publisher's address in their path. */
final class AmpCaches {
    private static final Pattern CACHE = Pattern.compile(
            "https?://(?:(?:[^/]+\\.)?cdn\\.ampproject\\.org/[acv]/|(?:www\\.)?google\\.[a-z.]{2,6}/amp/)(s/)?(?=[^/?#]+\\.[^/?#])([^/?#]++(?:[/?].*)?)",
            Pattern.CASE_INSENSITIVE);

    private AmpCaches() {}

    /** {@code "https://www.google.com/amp/s/example.com/a"} gives {@code "https://example.com/a"}; any other text itself. */
    static String unwrap(String url) {
        if (!url.contains("amp")) {
            return url;
        }
        Matcher cache = CACHE.matcher(url);
        if (!cache.matches()) {
            return url;
        }
        return unwrap((cache.group(1) == null ? "http://" : "https://") + cache.group(2));
    }
}
