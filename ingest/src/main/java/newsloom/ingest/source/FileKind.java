package newsloom.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.RawInput;
import newsloom.ingest.bytes.ZstdInput;
import newsloom.ingest.json.JsonHead;

/** What a file holds, by its name or its first bytes. */
enum FileKind {
    PAGE,
    WARC,
    JSON_LINES,
    ZIP,
    TAR,
    /** Says something about pages that are elsewhere. */
    FEED;

    static final int HEAD_BYTES = 1024;
    private static final int TAR_MAGIC_AT = 257;
    private static final Pattern JSON_HEAD = Pattern.compile("\\{|\\[\\s*\\{");
    private static final Pattern HTML_HEAD =
            Pattern.compile("(?is)(<\\?xml.*?\\?>)?\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b");
    private static final Pattern FEED_HEAD = Pattern.compile(
            "(?s)(<\\?xml.*?\\?>)?\\s*(<!--.*?-->\\s*|<\\?xml-.*?\\?>\\s*)*<(rss|feed|urlset|rdf:RDF)\\b");

    /** By extension; {@code .json} only where no file stands beside it whose side-car it is. */
    static Optional<FileKind> byName(Path file) {
        return isSideCar(file) ? Optional.empty() : byName(String.valueOf(file.getFileName()));
    }

    /** By the extension of a name alone. */
    static Optional<FileKind> byName(String name) {
        return switch (extension(name)) {
            case ".html", ".htm", ".xhtml", ".txt" -> Optional.of(PAGE);
            case ".warc", ".warc.gz", ".warc.zst" -> Optional.of(WARC);
            case ".wet", ".wet.gz" -> Optional.of(WARC);
            case ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".json", ".json.gz" -> Optional.of(JSON_LINES);
            case ".zip", ".wacz" -> Optional.of(ZIP);
            case ".tar", ".tar.gz", ".tgz" -> Optional.of(TAR);
            case ".rss", ".atom", ".rss.gz", ".atom.gz" -> Optional.of(FEED);
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
        byte[] bytes = head(raw);
        String head = text(bytes);
        if (head.startsWith("WARC/") || isZstd(bytes)) {
            return Optional.of(WARC);
        }
        if (JSON_HEAD.matcher(head).lookingAt()) {
            return Optional.of(JSON_LINES);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(ZIP);
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith("ustar", TAR_MAGIC_AT)) {
            return Optional.of(TAR);
        }
        if (FEED_HEAD.matcher(head).lookingAt()) {
            return Optional.of(FEED);
        }
        return head.startsWith("<") ? Optional.of(PAGE) : Optional.empty();
    }

    /** {@code .html.json} beside {@code .html}. */
    static boolean isSideCar(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json")
                && Files.isRegularFile(file.resolveSibling(name.substring(0, name.length() - ".json".length())));
    }

    private static boolean isCalledSideCar(Path file) {
        String name = String.valueOf(file.getFileName());
        return byName(name.substring(0, name.length() - ".json".length()))
                .filter(PAGE::equals)
                .isPresent();
    }

    /** Lower case, with {@code .gz} and what stands before it; empty where there is none. */
    static String extension(Path file) {
        return extension(String.valueOf(file.getFileName()));
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int end = name.endsWith(".gz") ? name.length() - 3 : name.endsWith(".zst") ? name.length() - 4 : name.length();
        int dot = name.lastIndexOf('.', end - 1);
        return dot <= 0 ? name.substring(end) : name.substring(dot);
    }

    /**
     * The kind of a file that a folder holds: by its name. A {@code .json} called as a side-car is none, even where its page is not there
     * yet, nor is one of something else than pages; an {@code .xml} is looked into, and may be a feed.
     */
    static Optional<FileKind> inFolder(Path file) throws IOException {
        return switch (extension(file)) {
            case ".json" -> isCalledSideCar(file) || !mayTellPages(file) ? Optional.empty() : byName(file);
            case ".xml", ".xml.gz" -> byContent(file).filter(FEED::equals);
            default -> byName(file);
        };
    }

    /** Whether a file of whatever name is a page: {@code wget -r} saves {@code /story} and {@code /story.php?id=7} under just these names. */
    static boolean isHtml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isHtml(in);
        }
    }

    private static boolean mayTellPages(Path json) throws IOException {
        try (InputStream in = Files.newInputStream(json)) {
            return JsonHead.mayTellPages(in);
        }
    }

    /** Takes {@link #HEAD_BYTES} of the stream, or all of it. */
    static boolean isHtml(InputStream in) throws IOException {
        return HTML_HEAD.matcher(text(in.readNBytes(HEAD_BYTES))).lookingAt();
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .replaceFirst("^\\ufeff", "")
                .stripLeading();
    }

    private static byte[] head(RawInput raw) throws IOException {
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
        return Arrays.copyOf(head, n);
    }

    private static boolean isZstd(byte[] head) throws IOException {
        return ZstdInput.isNext(new PushbackInputStream(new ByteArrayInputStream(head), ZstdInput.MAGIC_BYTES));
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
