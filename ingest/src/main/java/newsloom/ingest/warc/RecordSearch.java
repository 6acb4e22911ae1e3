package newsloom.ingest.warc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Inflater;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.RawInput;

/** Finds the next place where a WARC record begins. Leaves the input there, or at its end. Linear in the bytes passed. */
final class RecordSearch {
    static final byte[] RECORD = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private RecordSearch() {}

    /**
     * The next gzip member whose content begins as a record does, or the next line that does: compressed data hold none by chance, while three
     * magic bytes alone come every 16 MB.
     */
    static boolean any(RawInput raw, Inflater inflater) throws IOException {
        while (raw.require(3)) {
            if (GzipMember.isNext(raw) && holdsRecord(raw, inflater)) {
                return true;
            }
            if (raw.peek(0) == '\n' && raw.require(1 + RECORD.length) && isRecord(raw, 1)) {
                raw.skip(1);
                return true;
            }
            raw.skip(1);
        }
        raw.skip(raw.available());
        return false;
    }

    /** The next line that begins as a record does. */
    static boolean plain(RawInput raw) throws IOException {
        while (raw.require(1 + RECORD.length)) {
            if (raw.peek(0) == '\n' && isRecord(raw, 1)) {
                raw.skip(1);
                return true;
            }
            raw.skip(1);
        }
        raw.skip(raw.available());
        return false;
    }

    /** Whether the next bytes begin a record that is not compressed. */
    static boolean isNext(RawInput raw) throws IOException {
        return raw.require(RECORD.length) && isRecord(raw, 0);
    }

    private static boolean isRecord(RawInput raw, int ahead) {
        for (int i = 0; i < RECORD.length; i++) {
            if (raw.peek(ahead + i) != RECORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsRecord(RawInput raw, Inflater inflater) throws IOException {
        raw.mark();
        try {
            ByteBuffer head = ByteBuffer.allocate(RECORD.length);
            GzipMember member = new GzipMember(raw, inflater);
            while (head.hasRemaining() && member.read(head) >= 0) {
                // reads until full
            }
            return Arrays.equals(head.array(), RECORD);
        } catch (IOException e) {
            return false;
        } finally {
            raw.rewind();
        }
    }
}
