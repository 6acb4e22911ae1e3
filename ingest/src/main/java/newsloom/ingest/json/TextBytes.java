package newsloom.ingest.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/** The bytes of a stream, looked at one by one, and the text that is gathered of them, with bounded memory. */
final class TextBytes {
    private static final BitSet LINE_FEED = stops("");

    private final InputStream in;
    private final int maxBytes;
    private final byte[] chunk = new byte[1 << 16];
    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long taken;
    private long lines = 1;
    private long first = 1;

    /** @param maxBytes of one text */
    TextBytes(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next byte, which stays where it is; -1 at the end. */
    int peek() throws IOException {
        if (position == limit) {
            int n = Math.max(0, in.read(chunk));
            position = 0;
            limit = n;
        }
        return position < limit ? chunk[position] & 0xff : -1;
    }

    /** Takes the byte that was looked at, and leaves it out. */
    void pass() {
        lines += chunk[position] == '\n' ? 1 : 0;
        position++;
        taken++;
    }

    /** Takes the byte that was looked at into the text. */
    void keep() {
        append(chunk, position, 1);
        pass();
    }

    /** Takes all up to a line feed into the text, and the line feed without keeping it; false where the stream ends before it. */
    boolean keepLine() throws IOException {
        boolean ended = keepUpTo(LINE_FEED) >= 0;
        if (ended) {
            pass();
        }
        return ended;
    }

    /** Takes all up to one of these bytes, a line feed among them, into the text; answers which it is, and leaves it where it is, or -1 at the end. */
    int keepUpTo(BitSet stops) throws IOException {
        for (int b = peek(); b >= 0; b = peek()) {
            int begin = position;
            while (position < limit && !stops.get(chunk[position] & 0xff)) {
                position++;
            }
            append(chunk, begin, position - begin);
            taken += position - begin;
            if (position < limit) {
                return chunk[position] & 0xff;
            }
        }
        return -1;
    }

    /** These and the line feed. */
    static BitSet stops(String bytes) {
        var stops = new BitSet();
        (bytes + '\n').chars().forEach(stops::set);
        return stops;
    }

    /** Adds a byte that the stream does not have. */
    void add(int b) {
        append(new byte[] {(byte) b}, 0, 1);
    }

    /** Beyond the limit one byte, which shows that there were more. */
    private void append(byte[] bytes, int from, int count) {
        if (text.size() <= maxBytes) {
            text.write(bytes, from, Math.min(count, maxBytes + 1 - text.size()));
        }
    }

    /** What was gathered since the last begin. */
    byte[] gathered() {
        return text.toByteArray();
    }

    /** How many bytes that is. */
    int size() {
        return text.size();
    }

    /** Begins a text of nothing. */
    void begin() {
        text = new ByteArrayOutputStream(1024);
        first = lines;
    }

    /** What was gathered, as a text. */
    JsonTexts.Text text(boolean ended) {
        boolean tooLong = text.size() > maxBytes;
        return new JsonTexts.Text(tooLong ? new byte[0] : gathered(), ended, tooLong);
    }

    /** Bytes taken from the stream, with those of a text that was broken off by an exception. */
    long taken() {
        return taken;
    }

    /** Number, from 1, of the line that the text begins on. */
    long lineNumber() {
        return first;
    }
}
