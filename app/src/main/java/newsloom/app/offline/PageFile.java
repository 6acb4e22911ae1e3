package newsloom.app.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/** A file that is one page, as a browser or {@code curl} saves it, read as the line of JSON that would have carried it. */
final class PageFile {
    private PageFile() {}

    /** Whether a file is called as a page is. */
    static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
    }

    /** Its line; the id is the name of the file as given, the address is not known. */
    static String line(String file) {
        try {
            byte[] page = Files.readAllBytes(Path.of(file));
            return JsonLines.newObject()
                    .put("id", file)
                    .put("html_base64", Base64.getEncoder().encodeToString(page))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
