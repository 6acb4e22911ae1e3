package newsloom.cleaner.extract.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What the bytes are, by what the header says and by what they look like. */
public enum Payload {
    HTML,
    TEXT,
    OTHER;

    private static final int HEAD_BYTES = 1_024;
    private static final Set<String> MARKUP = Set.of("text/html", "application/xhtml+xml", "");

    /** What the page is by its media type and first bytes. */
    public static Payload of(RawPage page) {
        String head = new String(page.body(), 0, Math.min(HEAD_BYTES, page.body().length), StandardCharsets.ISO_8859_1);
        String start = head.replace("\0", "")
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return HTML;
        }
        String type = page.contentType() == null
                ? ""
                : page.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (binary(head, start) || feed(start) || data(type, start)) {
            return OTHER;
        }
        if (page.plainText()) {
            return TEXT;
        }
        return type.isEmpty() && start.indexOf('<') < 0 ? TEXT : HTML;
    }

    private static boolean binary(String head, String start) {
        if (start.startsWith("%pdf")
                || start.startsWith("pk\u0003")
                || start.startsWith("gif8")
                || start.startsWith("\u0089png")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("\u001f\u008b")) {
            return true;
        }
        long control = head.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0 && c != 0x1b)
                .count();
        return control * 20 > head.length();
    }

    private static boolean feed(String start) {
        return start.startsWith("<rss")
                || start.startsWith("<feed")
                || (start.startsWith("<?xml") && !start.contains("<html") && !start.contains("<!doctype html"));
    }

    private static boolean data(String type, String start) {
        boolean json =
                (start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{\n")) && !start.contains("<");
        boolean foreign = !MARKUP.contains(type)
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.equals("application/octet-stream")
                && !type.equals("unknown/unknown");
        return json || foreign;
    }
}
