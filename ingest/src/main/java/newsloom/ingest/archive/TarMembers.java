package newsloom.ingest.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import newsloom.ingest.bytes.CountedInput;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Files of a tar, plain or gzip, in the order of the archive. */
final class TarMembers implements Members {
    private static final int BUFFER_BYTES = 1 << 16;

    private final TarArchiveInputStream tar;
    private final CountedInput file;

    TarMembers(Path file) throws IOException {
        this.file = new CountedInput(Files.newInputStream(file));
        var raw = new BufferedInputStream(this.file, BUFFER_BYTES);
        try {
            InputStream unpacked = isGzip(raw)
                    ? GzipCompressorInputStream.builder()
                            .setInputStream(raw)
                            .setDecompressConcatenated(true)
                            .get()
                    : raw;
            tar = new TarArchiveInputStream(UnpackLimit.of(Files.size(file)).on(unpacked));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public Optional<Member> next() throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
                var modified = entry.getLastModifiedTime().toInstant();
                return Optional.of(
                        tar.canReadEntryData(entry)
                                ? Member.readable(entry.getName(), modified, new Unclosed())
                                : Member.unreadable(entry.getName(), modified, "a sparse file"));
            }
        }
        return Optional.empty();
    }

    @Override
    public long bytesRead() {
        return file.taken();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /** The current member; the end of one is not the end of the archive. */
    private final class Unclosed extends InputStream {
        @Override
        public int read() throws IOException {
            return tar.read();
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return tar.read(target, from, count);
        }
    }
}
