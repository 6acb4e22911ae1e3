package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import newsloom.ingest.archive.ArchiveSource;
import newsloom.ingest.bytes.PrefixInput;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SideCar;
import org.jspecify.annotations.Nullable;

/** A file that holds pages, as it was when it was listed. */
public sealed interface SourceFile {

    /** The name under which it is remembered that pages of it are sent; the real path of a file. */
    String id();

    /** Bytes, or -1 where nobody can know. */
    long size();

    /** One that can be opened more than once. */
    sealed interface Stored extends SourceFile {
        /**
         * Opens it behind what is done.
         *
         * @param now what it looks like
         * @throws IOException if it cannot be opened, or is shorter than the offset
         */
        Opened open(Offset offset, Fingerprint now, ReadOptions options) throws IOException;
    }

    /**
     * A file that is open.
     *
     * @param seen what it looks like and what was read of it so far; asked for by the thread that reads
     */
    record Opened(PageSource pages, Supplier<Fingerprint> seen) {}

    /** Formats that hold many pages in one file. */
    enum Format {
        WARC,
        JSON_LINES,
        ZIP,
        TAR
    }

    /**
     * A file that is one page.
     *
     * @param fallbackUrl its address where no side-car tells one
     */
    record OnePage(
            Path path,
            long size,
            Instant modified,
            @Nullable Path sideCarPath,
            SideCar sideCar,
            boolean badSideCar,
            String fallbackUrl)
            implements Stored {
        @Override
        public String id() {
            return path.toString();
        }

        /** When it was fetched, as far as the listing knows. */
        Instant listedTime() {
            Instant told = sideCar.fetchTime();
            return told == null ? modified : told;
        }

        @Override
        public Opened open(Offset offset, Fingerprint now, ReadOptions options) {
            var page = new OnePageSource(
                    path.toString(),
                    () -> Files.newInputStream(path),
                    path.toString(),
                    modified,
                    badSideCar ? null : sideCar,
                    fallbackUrl,
                    offset,
                    options.limits());
            return new Opened(page, () -> now);
        }
    }

    /** A file of many pages. */
    record ManyPages(Path path, Format format, long size, Instant modified) implements Stored {
        @Override
        public String id() {
            return path.toString();
        }

        @Override
        public Opened open(Offset offset, Fingerprint now, ReadOptions options) throws IOException {
            var streams = new StreamReader(options);
            var members = new PageMembers(path, streams, options);
            return switch (format) {
                case ZIP -> new Opened(ArchiveSource.zip(path, members, offset), () -> now);
                case TAR -> new Opened(ArchiveSource.tar(path, members, offset), () -> now);
                case WARC, JSON_LINES -> {
                    var in = new PrefixInput(Files.newInputStream(path));
                    try {
                        var pages = streams.open(format, in, String.valueOf(path.getFileName()), modified, offset);
                        yield new Opened(pages, () -> now.read(in.prefix()));
                    } catch (IOException | RuntimeException e) {
                        in.close();
                        throw e;
                    }
                }
            };
        }
    }

    /** A stream that is read once, standard input. Its name comes from its first bytes; others may begin with the same. */
    record Piped(String id, InputStream in, Format format) implements SourceFile {
        @Override
        public long size() {
            return -1;
        }
    }
}
