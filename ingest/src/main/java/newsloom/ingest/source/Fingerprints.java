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

/** Fingerprints of sources, and whether a source still is what it was. Reads at most 128 KiB of a file of many pages. */
public final class Fingerprints {
    private static final int END_BYTES = 1 << 16;

    private Fingerprints() {}

    /**
     * What the source looks like now; of a page file all bytes are read.
     *
     * @throws IOException if the file cannot be read
     */
    public static Fingerprint of(SourceFile file) throws IOException {
        if (file instanceof SourceFile.OnePage page) {
            return new Fingerprint(size(page), modified(page), contentHash(page));
        }
        if (file instanceof SourceFile.ManyPages many) {
            return new Fingerprint(many.size(), many.modified(), endsHash(many.path(), many.size()));
        }
        return new Fingerprint(-1, Instant.EPOCH, "");
    }

    /** True when size and time are the same; nothing is read. */
    public static boolean looksUntouched(SourceFile file, Fingerprint before) {
        if (file instanceof SourceFile.OnePage page) {
            return size(page) == before.size() && modified(page).equals(before.modified());
        }
        return file instanceof SourceFile.ManyPages many
                && many.size() == before.size()
                && many.modified().equals(before.modified());
    }

    /**
     * True when the content is what it was, or begins with what it was: a file of many pages may have grown. Of the middle of
     * a large file nothing is known.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean continues(SourceFile file, Fingerprint before) throws IOException {
        if (file instanceof SourceFile.OnePage page) {
            return size(page) == before.size() && contentHash(page).equals(before.hash());
        }
        if (file instanceof SourceFile.ManyPages many) {
            return many.size() >= before.size()
                    && endsHash(many.path(), before.size()).equals(before.hash());
        }
        return true;
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
