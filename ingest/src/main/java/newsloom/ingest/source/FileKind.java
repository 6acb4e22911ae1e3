package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.RawInput;

/** What kind of pages a file holds, by its name or its first bytes. */
enum FileKind {
    PAGE,
    WARC,
    JSON_LINES;

    private static final int HEAD_BYTES = 1024;

    /** By extension; {@code .json} only where no file stands beside it whose side-car it is. */
    static Optional<FileKind> byName(Path file) {
        return switch (extension(file)) {
            case ".html", ".htm", ".xhtml", ".txt" -> Optional.of(PAGE);
            case ".warc", ".warc.gz" -> Optional.of(WARC);
            case ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".json.gz" -> Optional.of(JSON_LINES);
            case ".json" -> isSideCar(file) ? Optional.empty() : Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /** By the first bytes, for files without a telling name. */
    static Optional<FileKind> byContent(Path file) throws IOException {
        if (isSideCar(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(new RawInput(in, 0));
        }
    }

    /** By the next bytes of an input, which stays where it is. */
    static Optional<FileKind> of(RawInput raw) throws IOException {
        String head = head(raw).stripLeading();
        if (head.startsWith("WARC/")) {
            return Optional.of(WARC);
        }
        if (head.startsWith("{")) {
            return Optional.of(JSON_LINES);
        }
        return head.startsWith("<") ? Optional.of(PAGE) : Optional.empty();
    }

    /** {@code .html.json} beside {@code .html}. */
    static boolean isSideCar(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json")
                && Files.isRegularFile(file.resolveSibling(name.substring(0, name.length() - ".json".length())));
    }

    /** Lower case, with {@code .gz} and what stands before it; empty where there is none. */
    static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int end = name.endsWith(".gz") ? name.length() - 3 : name.length();
        int dot = name.lastIndexOf('.', end - 1);
        return dot <= 0 ? name.substring(end) : name.substring(dot);
    }

    /** The kind of a file that a folder holds: by its name alone, and a lone {@code .json} there may be anything. */
    static Optional<FileKind> inFolder(Path file) {
        return extension(file).equals(".json") ? Optional.empty() : byName(file);
    }

    private static String head(RawInput raw) throws IOException {
        raw.mark();
        byte[] head = new byte[HEAD_BYTES];
        int n;
        if (GzipMember.isNext(raw)) {
            n = inflatedHead(raw, head);
        } else {
            raw.require(1);
            n = Math.min(HEAD_BYTES, raw.available());
            System.arraycopy(raw.array(), raw.from(), head, 0, n);
        }
        raw.rewind();
        return new String(head, 0, n, StandardCharsets.UTF_8).replaceFirst("^\\ufeff", "");
    }

    private static int inflatedHead(RawInput raw, byte[] head) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            ByteBuffer target = ByteBuffer.wrap(head);
            GzipMember member = new GzipMember(raw, inflater);
            while (target.hasRemaining() && member.read(target) >= 0) {
                // reads until full or at the end
            }
            return target.position();
        } finally {
            inflater.end();
        }
    }
}
