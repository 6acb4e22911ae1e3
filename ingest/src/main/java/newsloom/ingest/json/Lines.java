package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes, split at line feeds, with bounded memory. What programs print to be read by people, an opening brace on a line of its
 * own, indented names and a closing brace at the edge, is given as one line.
 */
final class Lines {
    private final InputStream in;
    private final int maxBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int limit;
    private long lines;
    private long first;
    private long taken;

    Lines(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * A line without its line feed.
     *
     * @param bytes empty when it is too long
     * @param length bytes it takes in the stream, line feed included
     * @param ended a line feed stood behind it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes, long length, boolean ended, boolean tooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or the next object that begins with a line of nothing but a brace; null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        long before = taken;
        first = lines + 1;
        boolean ended = read(line);
        if (ended && isOpened(line.toByteArray())) {
            ended = readObject(line);
        }
        if (taken == before) {
            return null;
        }
        boolean tooLong = line.size() > maxBytes;
        return new Line(tooLong ? new byte[0] : line.toByteArray(), taken - before, ended, tooLong);
    }

    /** Lines up to the one that begins with the closing brace, or to where another object begins. False where neither came. */
    private boolean readObject(ByteArrayOutputStream object) throws IOException {
        boolean ended = true;
        while (ended && fill() && chunk[position] != '{') {
            boolean last = chunk[position] == '}';
            append(object, new byte[] {'\n'}, 0, 1);
            ended = read(object);
            if (last) {
                return ended;
            }
        }
        return ended && fill();
    }

    private static boolean isOpened(byte[] line) {
        return line.length > 0
                && line.length < 8
                && new String(line, UTF_8).strip().equals("{");
    }

    /** Adds the rest of a line; false where the source ends in it. */
    private boolean read(ByteArrayOutputStream line) throws IOException {
        boolean ended = false;
        lines++;
        while (!ended && fill()) {
            int begin = position;
            while (position < limit && chunk[position] != '\n') {
                position++;
            }
            int n = position - begin;
            ended = position < limit;
            position += ended ? 1 : 0;
            taken += position - begin;
            append(line, chunk, begin, n);
        }
        return ended;
    }

    /** Beyond the limit one byte, which shows that there were more. */
    private void append(ByteArrayOutputStream line, byte[] bytes, int from, int count) {
        if (line.size() <= maxBytes) {
            line.write(bytes, from, Math.min(count, maxBytes + 1 - line.size()));
        }
    }

    /** Bytes taken from the stream, with those of a line that was broken off by an exception; the next line begins behind them. */
    long taken() {
        return taken;
    }

    /** Number, from 1, of the line that the last one given is, or begins with. */
    long number() {
        return first;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            int n = Math.max(0, in.read(chunk));
            position = 0;
            limit = n;
        }
        return position < limit;
    }
}
