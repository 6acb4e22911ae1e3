package newsloom.ingest.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/** One JSON object, on as many lines as it likes, as one page. */
public final class JsonObjectSource implements PageSource {
    private final InputStream in;
    private final String location;
    private final Limits limits;
    private final JsonPages pages;
    private long read;

    /**
     * Reads an object to the end of a stream.
     *
     * @param shape of the object; null where it shows its own
     */
    public JsonObjectSource(InputStream in, String location, Limits limits, @Nullable JsonShape shape) {
        this.in = in;
        this.location = location;
        this.limits = limits;
        this.pages = new JsonPages(null, limits, shape);
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        if (read > 0) {
            return Optional.empty();
        }
        byte[] object = in.readNBytes(limits.maxLineBytes() + 1);
        read = Math.max(1, object.length);
        return Optional.of(
                object.length > limits.maxLineBytes()
                        ? new Unread(Unread.Reason.LINE_TOO_LONG, location, object.length + " bytes and more")
                        : pages.of(object, location));
    }

    @Override
    public Offset offset() {
        return new Offset(read, 0);
    }

    @Override
    public long bytesRead() {
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
