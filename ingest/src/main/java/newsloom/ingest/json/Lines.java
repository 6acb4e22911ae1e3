package newsloom.ingest.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, split at line feeds, with bounded memory. */
final class Lines {
    private final InputStream in;
    private final int maxBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int limit;
    private long count;
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

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int begin = position;
            while (position < limit && chunk[position] != '\n') {
                position++;
            }
            int n = position - begin;
            ended = position < limit;
            position += ended ? 1 : 0;
            length += position - begin;
            taken += position - begin;
            if (line.size() <= maxBytes) {
                line.write(chunk, begin, Math.min(n, maxBytes + 1 - line.size()));
            }
        }
        if (length == 0) {
            return null;
        }
        count++;
        boolean tooLong = line.size() > maxBytes;
        return new Line(tooLong ? new byte[0] : line.toByteArray(), length, ended, tooLong);
    }

    /** Bytes taken from the stream, with those of a line that was broken off by an exception; the next line begins behind them. */
    long taken() {
        return taken;
    }

    /** How many lines were given. */
    long count() {
        return count;
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
