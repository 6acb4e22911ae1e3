package newsloom.ingest.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import newsloom.ingest.bytes.ByteLimit;
import newsloom.ingest.bytes.CountedInput;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Files of a zip whose directory is missing, since it stands at the end and the zip breaks off: by what stands before each file, up to the break. */
final class CutZipMembers implements Members {
    private final CountedInput file;
    private final ZipArchiveInputStream zip;
    private final Predicate<String> wanted;
    private final ByteLimit limit;

    /** @param wanted names */
    CutZipMembers(Path path, Predicate<String> wanted) throws IOException {
        file = new CountedInput(Files.newInputStream(path));
        zip = new ZipArchiveInputStream(new BufferedInputStream(file, 1 << 16), "UTF-8", true, true);
        limit = UnpackLimit.of(Files.size(path));
        this.wanted = wanted;
    }

    /** @throws IOException behind the last file: what should follow is not there */
    @Override
    public Optional<Member> next() throws IOException {
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && wanted.test(entry.getName())) {
                Instant modified = Instant.ofEpochMilli(Math.max(0, entry.getTime()));
                return Optional.of(
                        zip.canReadEntryData(entry)
                                ? Member.readable(entry.getName(), modified, limit.on(new Current()))
                                : Member.unreadable(
                                        entry.getName(), modified, "encrypted or packed in an unknown way"));
            }
        }
        throw new EOFException("the zip breaks off: its directory is missing");
    }

    @Override
    public long bytesRead() {
        return file.taken();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The current file; the end of one is not the end of the zip. */
    private final class Current extends InputStream {
        @Override
        public int read() throws IOException {
            return zip.read();
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return zip.read(target, from, count);
        }
    }
}
