package newsloom.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import newsloom.ingest.bytes.ByteLimit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Files of a zip in the order their data lie. */
final class ZipMembers implements Members {
    private static final String WACZ_PACKAGE = "datapackage.json";
    private static final String WACZ_RECORDS = "archive/";
    private static final byte[] FILE_HEADER = {'P', 'K', 3, 4};

    private final ZipFile zip;
    private final Predicate<String> wanted;
    private final Iterator<ZipArchiveEntry> entries;
    private final ByteLimit limit;
    private final AtomicLong passed = new AtomicLong();

    /**
     * Of a WACZ (a zip with a {@code datapackage.json}) only what is below {@code archive/}: the rest is its index.
     *
     * @throws IOException if it is no zip
     */
    static Members open(Path file) throws IOException {
        boolean wacz = file.toString().toLowerCase(Locale.ROOT).endsWith(".wacz");
        return open(file, null, name -> !wacz || name.startsWith(WACZ_RECORDS));
    }

    /**
     * All files.
     *
     * @throws IOException if it is no zip
     */
    static Members all(Path file) throws IOException {
        return open(file, name -> true, name -> true);
    }

    private static Members open(Path file, @Nullable Predicate<String> wanted, Predicate<String> wantedOfCut)
            throws IOException {
        try {
            return new ZipMembers(file, wanted);
        } catch (IOException e) {
            if (!beginsAsZip(file)) {
                throw e;
            }
            return new CutZipMembers(file, wantedOfCut);
        }
    }

    private static boolean beginsAsZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(FILE_HEADER.length), FILE_HEADER);
        }
    }

    /** @param wanted names; null for those that may hold pages */
    private ZipMembers(Path file, @Nullable Predicate<String> wanted) throws IOException {
        zip = ZipFile.builder().setPath(file).get();
        boolean wacz = zip.getEntry(WACZ_PACKAGE) != null;
        this.wanted = wanted != null ? wanted : name -> !wacz || name.startsWith(WACZ_RECORDS);
        entries = Collections.list(zip.getEntriesInPhysicalOrder()).iterator();
        limit = UnpackLimit.of(Files.size(file));
    }

    @Override
    public Optional<Member> next() throws IOException {
        while (entries.hasNext()) {
            ZipArchiveEntry entry = entries.next();
            passed.addAndGet(Math.max(0, entry.getCompressedSize()));
            if (!entry.isDirectory() && !entry.isUnixSymlink() && wanted.test(entry.getName())) {
                return Optional.of(member(entry));
            }
        }
        return Optional.empty();
    }

    @Override
    public long bytesRead() {
        return passed.get();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Member member(ZipArchiveEntry entry) {
        Instant modified = Instant.ofEpochMilli(Math.max(0, entry.getTime()));
        if (!zip.canReadEntryData(entry)) {
            return Member.unreadable(entry.getName(), modified, "encrypted or packed in an unknown way");
        }
        try {
            InputStream own =
                    UnpackLimit.of(Math.max(0, entry.getCompressedSize())).on(zip.getInputStream(entry));
            return Member.readable(entry.getName(), modified, new Checked(limit.on(own), entry.getCrc()));
        } catch (IOException e) {
            return Member.unreadable(entry.getName(), modified, String.valueOf(e.getMessage()));
        }
    }

    /** The library leaves the checksums to its users. */
    private static final class Checked extends CheckedInputStream {
        private final long expected;

        Checked(InputStream in, long expected) {
            super(in, new CRC32());
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return checked(super.read(target, from, count));
        }

        private int checked(int result) throws IOException {
            if (result < 0 && expected >= 0 && getChecksum().getValue() != expected) {
                throw new IOException("wrong checksum");
            }
            return result;
        }
    }
}
