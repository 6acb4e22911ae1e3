package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import newsloom.ingest.json.JsonLinesSource;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.warc.WarcSource;
import org.jspecify.annotations.Nullable;

/** Reads formats that can be read forward from a stream. */
public final class StreamReader {
    private final ReadOptions options;

    public StreamReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * Opens a stream behind what is done of it.
     *
     * @throws IOException if it is shorter than that, or the format needs a file
     */
    public PageSource open(
            SourceFile.Format format, InputStream in, String location, @Nullable Instant fileTime, Offset offset)
            throws IOException {
        return switch (format) {
            case WARC -> WarcSource.open(in, location, fileTime, offset, options.limits());
            case JSON_LINES ->
                JsonLinesSource.open(in, location, fileTime, offset, options.limits(), options.jsonShape());
            case ZIP, TAR -> throw new IOException("an archive needs a file");
        };
    }
}
