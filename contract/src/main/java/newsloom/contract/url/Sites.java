package newsloom.contract.url;

import java.net.IDN;
import newsloom.contract.FieldLimits;

/**
 * The site a page belongs to: the registrable domain of its host, by the public suffix list (private suffixes count, so two
 * blogs of one hosting service are two sites). Thread-safe; a few microseconds a call after the list is loaded.
 */
public final class Sites {
    /** Site of every {@code file:} URL. */
    public static final String FILE = "file";

    /** Site of a text that is no URL with a host, and of a host that is too long to be one. */
    public static final String UNKNOWN = "unknown";

    private Sites() {}

    /**
     * {@code "https://news.example.co.uk/a"} gives {@code "example.co.uk"}, lower case and in punycode. A host without a
     * registrable domain (an address, {@code localhost}, a bare suffix) is its own site.
     */
    public static String of(String url) {
        String key = UrlKey.of(url);
        if (key.startsWith("file:")) {
            return FILE;
        }
        return UrlParts.of(key).map(UrlParts::host).map(Sites::ofHost).orElse(UNKNOWN);
    }

    private static String ofHost(String host) {
        return host.length() > FieldLimits.SITE
                ? UNKNOWN
                : Hosts.registrableDomain(ascii(host)).orElse(host);
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
