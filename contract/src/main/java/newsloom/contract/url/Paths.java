package newsloom.contract.url;

import java.util.regex.Pattern;

/** Parts of a path that do not tell two pages apart. */
final class Paths {
    private static final Pattern SESSION =
            Pattern.compile("(?i);(jsessionid|phpsessid|sessionid|sid)=[^/;]*|/\\([a-z]\\([a-z0-9]{16,}\\)\\)(?=/)");
    private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.(html?|xhtml|shtml|php\\d?|aspx?|jsp|cfm)$");
    private static final Pattern AMP_FILE = Pattern.compile("(?i)(?<=[^/])\\.amp(?=(\\.html?)?$)");

    /** The last segment is {@code amp} and the one before it is an article's: it has a digit, a hyphen or a file type. */
    private static final Pattern AMP_SEGMENT = Pattern.compile("(?i)(/[^/]*[-0-9._][^/]*)/amp(\\.html?)?$");

    private Paths() {}

    /** The shortest path that still names the page; {@code "/"} for the front page. */
    static String reduce(String path) {
        String shorter = SESSION.matcher(path).replaceAll("");
        String before;
        do {
            before = shorter;
            shorter = withoutTail(before);
        } while (!shorter.equals(before));
        return shorter.isEmpty() ? "/" : shorter;
    }

    private static String withoutTail(String path) {
        if (path.endsWith("/")) {
            return path.substring(0, path.length() - 1);
        }
        String noIndex = INDEX.matcher(path).replaceFirst("");
        String noAmpFile = AMP_FILE.matcher(noIndex).replaceFirst("");
        return AMP_SEGMENT.matcher(noAmpFile).replaceFirst("$1");
    }
}
