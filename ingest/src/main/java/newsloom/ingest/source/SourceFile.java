package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import newsloom.ingest.json.JsonLinesSource;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.warc.WarcSource;
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
    PageSource open(Offset offset, Limits limits) throws IOException;

    /** Formats that hold many pages in one file. */
    enum Format {
        WARC,
        JSON_LINES;

        PageSource open(InputStream in, String location, @Nullable Instant fileTime, Offset offset, Limits limits)
                throws IOException {
            return this == WARC
                    ? new WarcSource(in, location, fileTime, offset, limits)
                    : JsonLinesSource.open(in, location, fileTime, offset, limits);
        }
    }

    /** A file that is one page. */
    record OnePage(
            Path path,
            long size,
            Instant modified,
            @Nullable Path sideCarPath,
            SideCar sideCar,
            boolean badSideCar) implements SourceFile {
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
        public PageSource open(Offset offset, Limits limits) {
            return new PageFileSource(this, limits);
        }
    }

    /** A file of many pages. */
    record ManyPages(Path path, Format format, long size, Instant modified) implements SourceFile {
        @Override
        public String id() {
            return path.toString();
        }

        @Override
        public PageSource open(Offset offset, Limits limits) throws IOException {
            InputStream in = Files.newInputStream(path);
            try {
                return format.open(in, String.valueOf(path.getFileName()), modified, offset, limits);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }
    }

    /** A stream that is read once, standard input. Its name comes from its first bytes. */
    record Piped(String id, InputStream in, Format format) implements SourceFile {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public PageSource open(Offset offset, Limits limits) throws IOException {
            return format.open(in, "-", null, offset, limits);
        }
    }
}
