package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import newsloom.ingest.bytes.Prefix;
import newsloom.ingest.bytes.PrefixInput;

/**
 * Fingerprints of files, and whether a file still is what it was. A file of many pages is compared as far as it was read: one pass over
 * those bytes, some GB a second.
 */
public final class Fingerprints {
    private static final int END_BYTES = 1 << 16;

    private Fingerprints() {}

    /**
     * What a file looks like now. All bytes of a page file and of an archive are read, of other files none.
     *
     * @throws IOException if the file cannot be read
     */
    public static Fingerprint of(SourceFile.Stored file) throws IOException {
        if (file instanceof SourceFile.OnePage page) {
            return new Fingerprint(size(page), modified(page), contentHash(page), Prefix.UNKNOWN);
        }
        var many = (SourceFile.ManyPages) file;
        Prefix read = prefix(many.path(), isArchive(many) ? many.size() : 0);
        return new Fingerprint(many.size(), many.modified(), "", read);
    }

    /** True when size and time are the same; nothing is read. Never of a pipe. */
    public static boolean looksUntouched(SourceFile file, Fingerprint before) {
        if (file instanceof SourceFile.OnePage page) {
            return size(page) == before.size() && modified(page).equals(before.modified());
        }
        return file instanceof SourceFile.ManyPages many
                && many.size() == before.size()
                && many.modified().equals(before.modified());
    }

    /**
     * True when the content is what it was, or begins with all that was read of it: a file of many pages may have grown, but for a zip,
     * whose directory is at its end.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean continues(SourceFile.Stored file, Fingerprint before) throws IOException {
        if (file instanceof SourceFile.OnePage page) {
            return size(page) == before.size() && contentHash(page).equals(before.hash());
        }
        var many = (SourceFile.ManyPages) file;
        boolean mayHaveGrown = many.format() != SourceFile.Format.ZIP;
        return (mayHaveGrown || many.size() == before.size())
                && (before.read().isKnown()
                        ? prefix(many.path(), before.read().bytes()).equals(before.read())
                        : endsHash(many.path(), before.size()).equals(before.hash()));
    }

    private static boolean isArchive(SourceFile.ManyPages file) {
        return file.format() == SourceFile.Format.ZIP || file.format() == SourceFile.Format.TAR;
    }

    /** Of so many bytes, or of all where there are fewer. */
    private static Prefix prefix(Path path, long bytes) throws IOException {
        byte[] chunk = new byte[1 << 16];
        try (var in = new PrefixInput(Files.newInputStream(path))) {
            int n = 0;
            for (long left = bytes; left > 0 && n >= 0; left -= Math.max(0, n)) {
                n = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            }
            return in.prefix();
        }
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static long size(SourceFile.OnePage page) {
        Path beside = page.sideCarPath();
        return page.size() + (beside == null ? 0 : beside.toFile().length());
    }

    private static Instant modified(SourceFile.OnePage page) {
        Path beside = page.sideCarPath();
        Instant told = beside == null
                ? Instant.EPOCH
                : Instant.ofEpochMilli(beside.toFile().lastModified());
        Instant own = Instant.ofEpochMilli(page.modified().toEpochMilli());
        return told.isAfter(own) ? told : own;
    }

    private static String contentHash(SourceFile.OnePage page) throws IOException {
        MessageDigest digest = digest();
        update(digest, page.path());
        Path beside = page.sideCarPath();
        if (beside != null) {
            digest.update((byte) 0);
            update(digest, beside);
        }
        return hex(digest);
    }

    private static void update(MessageDigest digest, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] chunk = new byte[1 << 14];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
    }

    /** What earlier builds kept instead of {@link Fingerprint#read}. */
    private static String endsHash(Path path, long size) throws IOException {
        MessageDigest digest = digest();
        try (FileChannel channel = FileChannel.open(path)) {
            int head = (int) Math.min(size, END_BYTES);
            update(digest, channel, 0, head);
            long tail = Math.max(head, size - END_BYTES);
            update(digest, channel, tail, (int) (size - tail));
        }
        return hex(digest);
    }

    private static void update(MessageDigest digest, FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // reads until full
        }
        digest.update(bytes.flip());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
