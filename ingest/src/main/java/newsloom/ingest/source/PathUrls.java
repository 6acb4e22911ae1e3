package newsloom.ingest.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses said by paths, as {@code wget -r} and its like leave them: {@code www.example.com/2026/03/story.html}. */
final class PathUrls {
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9](:\\d{1,5})?");

    private PathUrls() {}

    /** The address that begins at the first folder that is called as a host; empty where none is. */
    static Optional<String> of(Path path) {
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            String name = path.getName(i).toString().toLowerCase(Locale.ROOT);
            if (HOST.matcher(name).matches()) {
                String rest = path.subpath(i + 1, path.getNameCount()).toString();
                return Optional.of("https://" + name + "/" + encoded(rest));
            }
        }
        return Optional.empty();
    }

    /** wget keeps the query in the name, behind its question mark; a percent sign stays what it was. */
    private static String encoded(String path) {
        return path.replace('\\', '/').replace(" ", "%20").replace("#", "%23");
    }
}
