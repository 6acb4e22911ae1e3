package newsloom.contract.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Parts of a path that do not tell two pages apart. */
final class Paths {
    private static final Pattern SESSION = Pattern.compile("(?i);(jsessionid|phpsessid|sessionid|sid)=[^;]*");
    private static final Pattern SESSION_SEGMENT = Pattern.compile("(?i)\\([a-z]\\([a-z0-9]{16,}\\)\\)");
    private static final Pattern INDEX =
            Pattern.compile("(?i)/(index|default)\\.(html?|xhtml|shtml|php\\d?|aspx?|jsp|cfm)$");
    private static final Pattern AMP_FILE = Pattern.compile("(?i)(?<=[^/.])\\.amp(?=(\\.html?)?$)");

    /** The last segment is {@code amp} and the one before it is an article's: it has a digit, a hyphen or a file type. */
    private static final Pattern AMP_SEGMENT = Pattern.compile("(?i)(/[^/]*[-0-9._][^/]*)/amp(\\.html?)?$");

    /** The last segment is {@code print} and the one before it is an article's: it ends with a number or a file type. */
    private static final Pattern PRINT_SEGMENT = Pattern.compile("(?i)(/[^/]*(\\d{4,}|\\.html?))/print/?$");

    private Paths() {}

    /**
     * The path with dot segments resolved (RFC 3986, section 5.2.4), without empty segments, session ids and a slash at the
     * end. crawler-commons' own resolving of leading {@code ..} segments can glue the path to the host.
     */
    static String resolve(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String raw : path.replace('\\', '/').split("/", -1)) {
            String segment = SESSION.matcher(raw).replaceAll("");
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty()
                    && !segment.equals(".")
                    && !SESSION_SEGMENT.matcher(segment).matches()) {
                kept.addLast(segment);
            }
        }
        return "/" + String.join("/", kept);
    }

    /** The shortest path that still names the page; {@code "/"} for the front page. */
    static String reduce(String path) {
        String shorter = path;
        String before;
        do {
            before = shorter;
            shorter = resolve(withoutTail(before));
        } while (!shorter.equals(before));
        return shorter;
    }

    private static String withoutTail(String path) {
        String noIndex = INDEX.matcher(path).replaceFirst("");
        String noAmpFile = AMP_FILE.matcher(noIndex).replaceFirst("");
        String noAmp = AMP_SEGMENT.matcher(noAmpFile).replaceFirst("$1");
        return PRINT_SEGMENT.matcher(noAmp).replaceFirst("$1");
    }
}
