package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import newsloom.ingest.archive.ArchiveSource;
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

    /**
     * Opens it behind what is done.
     *
     * @throws IOException if it cannot be opened, or is shorter than the offset
     */
    PageSource open(Offset offset, ReadOptions options) throws IOException;

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
            implements SourceFile {
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
        public PageSource open(Offset offset, ReadOptions options) {
            return new OnePageSource(
                    path.toString(),
                    () -> Files.newInputStream(path),
                    path.toString(),
                    modified,
                    badSideCar ? null : sideCar,
                    fallbackUrl,
                    offset,
                    options.limits());
        }
    }

    /** A file of many pages. */
    record ManyPages(Path path, Format format, long size, Instant modified) implements SourceFile {
        @Override
        public String id() {
            return path.toString();
        }

        @Override
        public PageSource open(Offset offset, ReadOptions options) throws IOException {
            var streams = new StreamReader(options);
            return switch (format) {
                case ZIP -> ArchiveSource.zip(path, new PageMembers(path, streams, options), offset);
                case TAR -> ArchiveSource.tar(path, new PageMembers(path, streams, options), offset);
                case WARC, JSON_LINES -> {
                    InputStream in = Files.newInputStream(path);
                    try {
                        yield streams.open(format, in, String.valueOf(path.getFileName()), modified, offset);
                    } catch (IOException | RuntimeException e) {
                        in.close();
                        throw e;
                    }
                }
            };
        }
    }

    /** A stream that is read once, standard input. Its name comes from its first bytes. */
    record Piped(String id, InputStream in, Format format) implements SourceFile {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public PageSource open(Offset offset, ReadOptions options) throws IOException {
            return new StreamReader(options).open(format, in, "-", null, offset);
        }
    }
}
