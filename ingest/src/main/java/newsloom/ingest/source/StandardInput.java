package newsloom.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HexFormat;
import newsloom.ingest.bytes.RawInput;

/** A pipe of WARC or JSON lines. */
public final class StandardInput {
    /** What the names of all pipes begin with. */
    public static final String ID_PREFIX = "stdin:";

    private static final int HEAD_BYTES = 4096;

    private StandardInput() {}

    /**
     * Looks at the first 4096 bytes, for which it waits: they say what comes and name it. Streams that begin with
     * the same bytes have the same name; which of them one is, its other bytes say.
     *
     * @throws IOException if it is something else than WARC, JSON lines or nothing at all
     */
    public static SourceFile open(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        FileKind kind = head.length == 0
                ? FileKind.JSON_LINES
                : FileKind.of(new RawInput(new ByteArrayInputStream(head), 0)).orElse(FileKind.PAGE);
        String id = ID_PREFIX + HexFormat.of().formatHex(Fingerprints.sha256(head), 0, 16);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        return switch (kind) {
            case WARC -> new SourceFile.Piped(id, whole, SourceFile.Format.WARC);
            case JSON_LINES -> new SourceFile.Piped(id, whole, SourceFile.Format.JSON_LINES);
            case PAGE, ZIP, TAR, FEED -> throw new IOException("standard input is neither WARC nor JSON lines");
        };
    }
}
