package newsloom.ingest.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * One member of a gzip file (RFC 1952), inflated; it ends where the member ends, with the input at the byte behind it.
 * {@link java.util.zip.GZIPInputStream} reads past members and cannot say where one began.
 *
 * <p>Throws {@link CorruptGzipException} where the data are not what they should be, or unpack to over {@value #MAX_RATIO} times their size
 * and 64 MiB as no page does, and {@link EOFException} where they end too early.
 */
public final class GzipMember implements ReadableByteChannel {
    private static final int HEADER_BYTES = 10;
    private static final int MAX_RATIO = 200; // HTML packs 4 to 10 times, rarely 50
    private static final long FREE_BYTES = 64L << 20;
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final RawInput raw;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private boolean finished;
    private @Nullable String damage;

    /** Reads the header. The inflater must be a raw one ({@code nowrap}); it is reset and not closed here. */
    public GzipMember(RawInput raw, Inflater inflater) throws IOException {
        this.raw = raw;
        this.inflater = inflater;
        inflater.reset();
        readHeader();
    }

    /** Whether the next bytes are the magic ones of a member. */
    public static boolean isNext(RawInput raw) throws IOException {
        return raw.require(3) && raw.peek(0) == 0x1f && raw.peek(1) == 0x8b && raw.peek(2) == 8;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (finished || !target.hasRemaining()) {
            return finished ? -1 : 0;
        }
        if (damage != null) {
            throw new CorruptGzipException(damage);
        }
        ByteBuffer written = target.duplicate();
        while (target.position() == written.position()) {
            if (inflate(target) == 0 && inflater.finished()) {
                finish();
                return -1;
            }
        }
        written.limit(target.position());
        int n = written.remaining();
        crc.update(written);
        return n;
    }

    /** Reads what is left of it. */
    public void drain() throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(8192);
        while (read(scratch) >= 0) {
            scratch.clear();
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** Does nothing: the input is not its own. */
    @Override
    public void close() {}

    private int inflate(ByteBuffer target) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            need(1);
            inflater.setInput(raw.array(), raw.from(), raw.available());
        }
        int before = inflater.getRemaining();
        int begin = target.position();
        long written = inflater.getBytesWritten();
        try {
            int n = inflater.inflate(target);
            raw.skip(before - inflater.getRemaining());
            if (inflater.needsDictionary()) {
                throw new CorruptGzipException("preset dictionary");
            }
            if (inflater.getBytesWritten() > FREE_BYTES + MAX_RATIO * inflater.getBytesRead()) {
                throw new CorruptGzipException("it unpacks to over " + MAX_RATIO + " times its size");
            }
            return n;
        } catch (DataFormatException e) {
            return damagedBehind(target, begin, inflater.getBytesWritten() - written, e);
        }
    }

    /** What came before the damage is given first, so that it does not hang on the size of reads how much that is. */
    private int damagedBehind(ByteBuffer target, int begin, long bytes, DataFormatException e) throws IOException {
        String why = String.valueOf(e.getMessage());
        if (bytes == 0) {
            throw new CorruptGzipException(why);
        }
        damage = why;
        target.position(begin + (int) bytes);
        return (int) bytes;
    }

    private void finish() throws IOException {
        finished = true;
        need(8);
        long expectedCrc = littleEndian(0) & 0xffffffffL;
        int expectedLength = littleEndian(4);
        raw.skip(8);
        if (expectedCrc != crc.getValue()) {
            throw new CorruptGzipException("wrong checksum");
        }
        if (expectedLength != (int) inflater.getBytesWritten()) {
            throw new CorruptGzipException("wrong length");
        }
    }

    private void readHeader() throws IOException {
        need(HEADER_BYTES);
        if (!isNext(raw)) {
            throw new CorruptGzipException("no gzip member");
        }
        int flags = raw.peek(3);
        raw.skip(HEADER_BYTES);
        if ((flags & FLAG_EXTRA) != 0) {
            need(2);
            int length = raw.peek(0) | raw.peek(1) << 8;
            need(2 + length);
            raw.skip(2 + length);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            need(2);
            raw.skip(2);
        }
    }

    private void skipText() throws IOException {
        int c;
        do {
            need(1);
            c = raw.peek(0);
            raw.skip(1);
        } while (c != 0);
    }

    private int littleEndian(int ahead) {
        return raw.peek(ahead) | raw.peek(ahead + 1) << 8 | raw.peek(ahead + 2) << 16 | raw.peek(ahead + 3) << 24;
    }

    private void need(int count) throws IOException {
        if (!raw.require(count)) {
            throw new EOFException("the file ends inside a gzip member");
        }
    }
}
