package newsloom.ingest.page;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Content-Encoding of HTTP undone, with bounded memory. Crawlers often keep the header of a body they have decoded already,
 * so a body that does not look encoded is taken as it is.
 */
public final class ContentCoding {
    private ContentCoding() {}

    /**
     * A body without its encoding.
     *
     * @param broken the data broke off or went wrong behind the bytes given
     * @param asItWas an encoding was told, and the body is text as it stands
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Decoded(byte[] bytes, boolean broken, boolean asItWas) {}

    /**
     * Undoes the encodings from the last to the first.
     *
     * @param encodings in the order of the header; {@code gzip}, {@code deflate}, {@code br}, {@code zstd} and {@code identity} are known
     * @param maxBytes most bytes to give back
     * @throws IOException if an encoding is not known, or nothing at all can be decoded
     */
    public static Decoded decode(byte[] body, List<String> encodings, int maxBytes) throws IOException {
        Decoded decoded = new Decoded(body, false, false);
        for (int i = encodings.size() - 1; i >= 0; i--) {
            Decoded next = decodeOne(decoded.bytes, encodings.get(i).strip().toLowerCase(Locale.ROOT), maxBytes);
            decoded = new Decoded(next.bytes, next.broken || decoded.broken, next.asItWas || decoded.asItWas);
        }
        return decoded;
    }

    private static Decoded decodeOne(byte[] body, String encoding, int maxBytes) throws IOException {
        return switch (encoding) {
            case "", "identity", "none", "utf-8" -> new Decoded(body, false, false);
            case "gzip", "x-gzip" ->
                isGzip(body) ? inflate(new GZIPInputStream(bytes(body)), maxBytes) : asItIs(body, encoding);
            case "deflate" -> deflate(body, maxBytes);
            case "br" -> looksLikeText(body) ? asItIs(body, encoding) : brotli(body, maxBytes);
            case "zstd" -> isZstd(body) ? inflate(new ZstdInputStream(bytes(body)), maxBytes) : asItIs(body, encoding);
            default -> asItIs(body, encoding);
        };
    }

    /** Servers send "deflate" with or without zlib's two bytes around it. */
    private static Decoded deflate(byte[] body, int maxBytes) throws IOException {
        if (looksLikeText(body)) {
            return asItIs(body, "deflate");
        }
        boolean zlib =
                body.length >= 2 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return inflate(new InflaterInputStream(bytes(body), inflater), maxBytes);
        } finally {
            inflater.end();
        }
    }

    /** The decoder checks its input, but not so that nothing else can come of a hostile one. */
    private static Decoded brotli(byte[] body, int maxBytes) throws IOException {
        try {
            return inflate(new BrotliInputStream(bytes(body)), maxBytes);
        } catch (RuntimeException e) {
            throw new IOException("content encoding br", e);
        }
    }

    private static Decoded inflate(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try (in) {
            int n = 0;
            while (n >= 0 && out.size() < maxBytes) {
                out.write(chunk, 0, n);
                n = in.read(chunk, 0, Math.min(chunk.length, maxBytes - out.size()));
            }
            return new Decoded(out.toByteArray(), false, false);
        } catch (IOException e) {
            if (out.size() == 0) {
                throw e;
            }
            return new Decoded(out.toByteArray(), true, false);
        }
    }

    private static Decoded asItIs(byte[] body, String encoding) throws IOException {
        if (looksLikeText(body)) {
            return new Decoded(body, false, body.length > 0);
        }
        throw new IOException("content encoding " + encoding.substring(0, Math.min(encoding.length(), 40)));
    }

    private static boolean isGzip(byte[] body) {
        return body.length >= 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    }

    private static boolean isZstd(byte[] body) {
        return body.length >= 4
                && (body[0] & 0xff) == 0x28
                && (body[1] & 0xff) == 0xb5
                && body[2] == 0x2f
                && (body[3] & 0xff) == 0xfd;
    }

    /** Whether a body begins as markup does; compressed data rarely hold only text in their first bytes. */
    public static boolean looksLikeText(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 64); i++) {
            int c = body[i] & 0xff;
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static InputStream bytes(byte[] body) {
        return new ByteArrayInputStream(body);
    }
}
