package newsloom.ingest.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.Optional;
import newsloom.ingest.bytes.CorruptGzipException;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.GzipMembers;
import newsloom.ingest.bytes.RawInput;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Pages as JSON lines, plain or gzip; an offset counts decompressed bytes up to the end of a line. Empty lines are passed.
 * A last line without an end that is no JSON is not done: a file that is still being written goes on there.
 */
public final class JsonLinesSource implements PageSource {
    private final RawInput raw;
    private final ReadableByteChannel unpacked;
    private final Lines lines;
    private final JsonPages pages;
    private final String location;
    private long done;
    private boolean ended;

    private JsonLinesSource(
            RawInput raw, ReadableByteChannel unpacked, Lines lines, JsonPages pages, String location, long done) {
        this.raw = raw;
        this.unpacked = unpacked;
        this.lines = lines;
        this.pages = pages;
        this.location = location;
        this.done = done;
    }

    /**
     * Opens lines behind what is done of them.
     *
     * @param shape of all lines; null where each shows its own
     */
    public static JsonLinesSource open(
            InputStream in,
            String location,
            @Nullable Instant fileTime,
            Offset offset,
            Limits limits,
            @Nullable JsonShape shape)
            throws IOException {
        RawInput raw = new RawInput(in, 0);
        ReadableByteChannel unpacked = GzipMember.isNext(raw) ? new GzipMembers(raw) : raw;
        raw.forget();
        InputStream text = Channels.newInputStream(unpacked);
        text.skipNBytes(offset.bytes());
        Lines lines = new Lines(text, limits.maxLineBytes());
        return new JsonLinesSource(
                raw, unpacked, lines, new JsonPages(fileTime, limits, shape), location, offset.bytes());
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        while (!ended) {
            Optional<SourceItem> item;
            try {
                item = line();
            } catch (EOFException e) {
                item = end(Unread.Reason.TRUNCATED_FILE, "the file ends inside a gzip member");
            } catch (CorruptGzipException e) {
                item = end(Unread.Reason.CORRUPT_GZIP, String.valueOf(e.getMessage()));
            }
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceItem> line() throws IOException {
        Lines.Line line = lines.next();
        if (line == null) {
            ended = true;
            return Optional.empty();
        }
        String where = location + "@" + done;
        long after = done + line.length();
        if (line.tooLong()) {
            done = after;
            return Optional.of(new Unread(Unread.Reason.LINE_TOO_LONG, where, line.length() + " bytes"));
        }
        Optional<SourceItem> item = line.isBlank() ? Optional.empty() : Optional.of(pages.of(line.bytes(), where));
        if (!line.ended()
                && item.isPresent()
                && item.get() instanceof Unread unread
                && unread.reason() == Unread.Reason.BAD_JSON) {
            return end(Unread.Reason.TRUNCATED_FILE, "the last line breaks off");
        }
        done = after;
        return item;
    }

    /** Number of the line that the last item was on, from 1; of those read here. */
    public long lineNumber() {
        return lines.count();
    }

    private Optional<SourceItem> end(Unread.Reason reason, String detail) {
        ended = true;
        return Optional.of(new Unread(reason, location + "@" + done, detail));
    }

    @Override
    public Offset offset() {
        return new Offset(done, 0);
    }

    @Override
    public long bytesRead() {
        return raw.bytesTaken();
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
