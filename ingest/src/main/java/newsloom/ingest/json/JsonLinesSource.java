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
 * Pages as JSON lines, plain or gzip; an offset counts decompressed bytes up to the end of a line. Empty lines are passed; an object that is printed over many lines is one.
 * So are the elements of an array, whichever way it is printed; an offset then is behind an element and before the comma.
 * Behind a damaged gzip member reading goes on at the next one.
 * A last line without an end that is no JSON is not done: a file that is still being written goes on there.
 */
public final class JsonLinesSource implements PageSource {
    private final RawInput raw;
    private final ReadableByteChannel unpacked;
    private final TextBytes bytes;
    private @Nullable JsonTexts texts;
    private final JsonPages pages;
    private final String location;
    private final long begin;
    private long done;
    private boolean ended;

    private JsonLinesSource(
            RawInput raw, ReadableByteChannel unpacked, TextBytes bytes, JsonPages pages, String location, long done) {
        this.raw = raw;
        this.unpacked = unpacked;
        this.bytes = bytes;
        this.pages = pages;
        this.location = location;
        this.begin = done;
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
        boolean gzip = GzipMember.isNext(raw);
        ReadableByteChannel unpacked = gzip ? new GzipMembers(raw) : raw;
        if (!gzip) {
            raw.forget();
        }
        InputStream text = Channels.newInputStream(unpacked);
        skip(text, offset.bytes());
        return new JsonLinesSource(
                raw,
                unpacked,
                new TextBytes(text, limits.maxLineBytes()),
                new JsonPages(fileTime, limits, shape),
                location,
                offset.bytes());
    }

    /** Damage that was met, and told, by an earlier run is passed over. */
    private static void skip(InputStream text, long bytes) throws IOException {
        byte[] passed = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            try {
                int n = text.read(passed, 0, (int) Math.min(passed.length, left));
                if (n < 0) {
                    throw new EOFException("the file is shorter than it was");
                }
                left -= n;
            } catch (CorruptGzipException e) {
                // the next read goes on behind it
            }
        }
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
                item = Optional.of(damage(e));
            }
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceItem> line() throws IOException {
        if (texts == null) {
            texts = JsonTexts.of(bytes);
        }
        JsonTexts.Text line = texts.next();
        if (line == null) {
            ended = true;
            return texts.isOpen() ? end(Unread.Reason.TRUNCATED_FILE, "the array is not closed") : Optional.empty();
        }
        String where = location + "@" + done;
        long after = begin + bytes.taken();
        if (line.tooLong()) {
            var unread = new Unread(Unread.Reason.LINE_TOO_LONG, where, after - done + " bytes");
            done = after;
            return Optional.of(unread);
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

    /** Number of the line that the last item was on or began on, from 1; of those read here. */
    public long lineNumber() {
        return bytes.lineNumber();
    }

    /** Reading goes on behind it, without the line that it fell into. */
    private Unread damage(CorruptGzipException e) {
        var unread = new Unread(Unread.Reason.CORRUPT_GZIP, location + "@" + done, String.valueOf(e.getMessage()));
        done = begin + bytes.taken();
        return unread;
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
