package newsloom.ingest.bytes;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * All frames of a Zstandard file (RFC 8878) as one stream, with the dictionary that a {@code .warc.zst} may begin with. Where the data are
 * damaged or break off the stream ends, and {@link #damage()} says why.
 */
public final class ZstdInput extends InputStream {
    /** Bytes that {@link #isNext} must be able to push back. */
    public static final int MAGIC_BYTES = 4;

    private static final int FRAME = 0xFD2FB528;
    private static final int DICTIONARY_FRAME = 0x184D2A5D;
    private static final int MAX_DICTIONARY_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 1 << 17;
    private static final int MAX_RATIO = 200; // HTML packs 4 to 10 times, rarely 50
    private static final long FREE_BYTES = 64L << 20;

    private final CountedInput counted;
    private final InputStream packed;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();
    private final ByteBuffer unpacked = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();
    private long bytesUnpacked;
    private boolean frameFinished = true;
    private volatile @Nullable String damage;

    /**
     * Reads from a stream that begins with a frame or a dictionary.
     *
     * @throws IOException if the dictionary cannot be read
     */
    public ZstdInput(InputStream in) throws IOException {
        counted = new CountedInput(in);
        var head = new PushbackInputStream(counted, MAGIC_BYTES);
        byte[] dictionary = dictionary(head);
        packed = head;
        if (dictionary.length > 0) {
            context.loadDict(dictionary);
        }
    }

    /** Whether a stream begins as such a file does; it stays where it is. */
    public static boolean isNext(PushbackInputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        in.unread(magic);
        return magic.length == MAGIC_BYTES && (littleEndian(magic) == FRAME || littleEndian(magic) == DICTIONARY_FRAME);
    }

    /** Why the stream ended before the end of the file; null where it did not. */
    public @Nullable String damage() {
        return damage;
    }

    /** Bytes taken from the file; any thread may ask. */
    public long bytesTaken() {
        return counted.taken();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        while (!unpacked.hasRemaining()) {
            if (damage != null || !unpackMore()) {
                return -1;
            }
        }
        int n = Math.min(count, unpacked.remaining());
        unpacked.get(target, from, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        context.close();
        packed.close();
    }

    /** One step of the decoder; false at the end. The library's own stream takes a last frame that breaks off for the end. */
    private boolean unpackMore() throws IOException {
        boolean moreInside = !frameFinished && unpacked.limit() == unpacked.capacity();
        if (!source.hasRemaining() && !moreInside && !fill()) {
            damage = frameFinished ? null : "the file ends inside a frame";
            return false;
        }
        try {
            frameFinished = context.decompressDirectByteBufferStream(unpacked.clear(), source);
            unpacked.flip();
            bytesUnpacked += unpacked.remaining();
            if (bytesUnpacked > FREE_BYTES + MAX_RATIO * counted.taken()) {
                damage = "it unpacks to over " + MAX_RATIO + " times its size";
            }
            return damage == null;
        } catch (ZstdException e) {
            unpacked.position(0).limit(0);
            damage = String.valueOf(e.getMessage());
            return false;
        }
    }

    private boolean fill() throws IOException {
        byte[] chunk = new byte[BUFFER_BYTES];
        int n = packed.read(chunk);
        source.clear().put(chunk, 0, Math.max(0, n)).flip();
        return n > 0;
    }

    private static byte[] dictionary(PushbackInputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        if (magic.length < MAGIC_BYTES || littleEndian(magic) != DICTIONARY_FRAME) {
            in.unread(magic);
            return new byte[0];
        }
        byte[] length = in.readNBytes(4);
        int bytes = length.length < 4 ? -1 : littleEndian(length);
        if (bytes < 0 || bytes > MAX_DICTIONARY_BYTES) {
            throw new IOException("a Zstandard dictionary of " + Integer.toUnsignedString(bytes) + " bytes");
        }
        byte[] content = in.readNBytes(bytes);
        if (content.length < bytes) {
            throw new EOFException("the file ends inside its Zstandard dictionary");
        }
        boolean packed = bytes >= MAGIC_BYTES && littleEndian(content) == FRAME;
        return packed ? unpack(content) : content;
    }

    private static byte[] unpack(byte[] content) throws IOException {
        try (var in = new ZstdInputStream(new ByteArrayInputStream(content))) {
            return in.readNBytes(MAX_DICTIONARY_BYTES);
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private static int littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
