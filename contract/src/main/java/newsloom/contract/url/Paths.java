package newsloom.contract.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a path that do not tell two pages apart. */
final class Paths {
    private static final Pattern SESSION = Pattern.compile("(?i);(jsessionid|phpsessid|sessionid|sid)=[^;]*");
    private static final Pattern SESSION_SEGMENT = Pattern.compile("(?i)\\([a-z]\\([a-z0-9]{16,}\\)\\)");
    private static final Pattern INDEX =
            Pattern.compile("(?i)/(index|default)\\.(html?|xhtml|shtml|php\\d?|aspx?|jsp|cfm)$");
    private static final Pattern AMP_FILE = Pattern.compile("(?i)(?<=[^/.])\\.amp(?=(\\.html?)?$)");

    private static final Pattern AMP_SEGMENT = Pattern.compile("(?i)/amp(\\.html?)?$");
    /** Of an article: it has a digit, a hyphen or a file type. */
    private static final Pattern ARTICLE = Pattern.compile("[-0-9._]");

    private static final Pattern PRINT_SEGMENT = Pattern.compile("(?i)/print/?$");
    /** Of an article: it ends with a number or a file type. */
    private static final Pattern NUMBERED = Pattern.compile("(?i)(\\d{4}|\\.html?)$");

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
            shorter = resolve(withoutTails(before));
        } while (!shorter.equals(before));
        return shorter;
    }

    /** Without any, however many follow one another: {@code /a/index.html/index.html}. */
    private static String withoutTails(String path) {
        String shorter = path;
        String before;
        do {
            before = shorter;
            shorter = withoutTail(before);
        } while (!shorter.equals(before));
        return shorter;
    }

    private static String withoutTail(String path) {
        String noIndex = INDEX.matcher(path).replaceFirst("");
        String noAmpFile = AMP_FILE.matcher(noIndex).replaceFirst("");
        String noAmp = withoutSegment(noAmpFile, AMP_SEGMENT, ARTICLE);
        return withoutSegment(noAmp, PRINT_SEGMENT, NUMBERED);
    }

    /** Without its last segment where that is the one and the segment before it the other; linear, whatever the path. */
    private static String withoutSegment(String path, Pattern last, Pattern before) {
        Matcher end = last.matcher(path);
        if (!end.find()) {
            return path;
        }
        String rest = path.substring(0, end.start());
        return before.matcher(rest.substring(rest.lastIndexOf('/') + 1)).find() ? rest : path;
    }
}
