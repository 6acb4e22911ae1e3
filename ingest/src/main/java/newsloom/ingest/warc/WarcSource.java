package newsloom.ingest.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.Inflater;
import newsloom.ingest.bytes.CorruptGzipException;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.RawInput;
import newsloom.ingest.bytes.ZstdInput;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * A WARC file, plain or gzip, from its start or from an offset. jwarc reads the records; this class hands it one gzip member
 * at a time, so that it knows where each record begins, and finds the next good record behind a damaged one, where jwarc's
 * own iteration ends.
 *
 * <pre>
 *   gzip:   | member: record record … | member: record | …      offset = (start of member, records done in it)
 *   plain:  | record | record | …                               offset = (start of record, 1)
 * </pre>
 *
 * <p>A page is given when its record was read to the end and, where a member holds one record, the checksum was right. The last
 * record of a file that breaks off is not done: a file that is still being written goes on there.
 */
public final class WarcSource implements PageSource {
    private static final int END_OF_RECORD_BYTES = 4;

    private final RawInput raw;
    private final WarcPages pages;
    private final String location;
    private final Inflater inflater = new Inflater(true);

    private final ByteBuffer buffered = ByteBuffer.allocate(8192); // of the reader, one after the other
    private @Nullable WarcReader reader;
    private @Nullable GzipMember member;
    private @Nullable WarcRecord ahead; // read already, behind the last item
    private long segment; // where the reader's input begins
    private long record; // where the current record begins, or its member
    private long done; // records done from there on
    private long toSkip; // records done before this source was opened
    private boolean ended;
    private boolean gzipSeen;
    private boolean plainSeen;

    /** A file or a stream, compressed in whatever way. */
    public static PageSource open(
            InputStream in, String location, @Nullable Instant fileTime, Offset offset, Limits limits)
            throws IOException {
        var head = new PushbackInputStream(in, ZstdInput.MAGIC_BYTES);
        return ZstdInput.isNext(head)
                ? new ZstdWarcSource(new ZstdInput(head), location, fileTime, offset, limits)
                : new WarcSource(head, location, fileTime, offset, limits);
    }

    WarcSource(InputStream in, String location, @Nullable Instant fileTime, Offset offset, Limits limits)
            throws IOException {
        in.skipNBytes(offset.bytes());
        this.raw = new RawInput(in, offset.bytes());
        this.location = location;
        this.pages = new WarcPages(fileTime, limits);
        this.record = offset.bytes();
        this.toSkip = offset.records();
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        while (!ended) {
            try {
                Optional<SourceItem> item = step();
                if (item.isPresent()) {
                    return item;
                }
            } catch (CorruptGzipException e) {
                return Optional.of(goOnBehind(Unread.Reason.CORRUPT_GZIP, e));
            } catch (EOFException e) {
                return Optional.of(brokenOff(e));
            } catch (ParsingException
                    | RuntimeException e) { // jwarc meets what the web wrote: numbers, dates, media types
                return Optional.of(goOnBehind(Unread.Reason.BAD_RECORD, e));
            }
        }
        return Optional.empty();
    }

    @Override
    public Offset offset() {
        return new Offset(record, done);
    }

    @Override
    public long bytesRead() {
        return raw.bytesTaken();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }

    /** Reads one record; empty where it holds no page, where it was done before, and at the end of a member. */
    private Optional<SourceItem> step() throws IOException {
        WarcRecord current = ahead != null ? ahead : nextRecord();
        ahead = null;
        if (current == null) {
            return Optional.empty();
        }
        if (toSkip > 0) {
            toSkip--;
            done++;
            return Optional.empty();
        }
        Optional<SourceItem> item = pages.of(current, location + "@" + record);
        if (item.isPresent() || member == null) {
            readToEnd(current);
        } else {
            done++;
        }
        return item;
    }

    /** Null at the end of a segment; the next call opens the next one. */
    private @Nullable WarcRecord nextRecord() throws IOException {
        WarcReader open = reader == null ? openSegment() : reader;
        if (open == null) {
            ended = true;
            return null;
        }
        WarcRecord next = open.next().orElse(null);
        if (next == null) {
            closeSegment();
        } else if (member == null) {
            plainSeen = true;
            record = segment + open.position();
            done = 0;
            raw.markAt(record);
        }
        return next;
    }

    /**
     * A record counts as done when nothing of it is missing; in a member that ends with it, when the checksum is right; in a plain file,
     * when it ends where it says: one that says it is longer holds others.
     */
    private void readToEnd(WarcRecord current) throws IOException {
        if (member == null) {
            current.body().consume();
            if (!endsARecord()) {
                throw new ParsingException("the record is shorter or longer than it says");
            }
            done++;
            return;
        }
        ahead = nextRecord();
        if (ahead != null) {
            done++;
        }
    }

    /** Whether what follows in a plain file is the end of a record (not all writers keep to its two line ends), the next one or nothing. */
    private boolean endsARecord() throws IOException {
        int n = 0;
        while (n >= 0 && buffered.remaining() < END_OF_RECORD_BYTES) {
            buffered.compact();
            n = raw.read(buffered);
            buffered.flip();
        }
        int at = buffered.position();
        int end = Math.min(buffered.limit(), at + END_OF_RECORD_BYTES);
        while (at < end && (buffered.get(at) == '\r' || buffered.get(at) == '\n')) {
            at++;
        }
        for (int i = 0; at + i < end; i++) {
            if (buffered.get(at + i) != RecordSearch.RECORD[i]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable WarcReader openSegment() throws IOException {
        raw.mark();
        segment = raw.offset();
        record = segment;
        done = 0;
        if (!raw.require(1)) {
            return null;
        }
        boolean gzip = GzipMember.isNext(raw);
        if (gzipSeen && !gzip && !RecordSearch.isNext(raw)) {
            throw raw.require(3) ? new CorruptGzipException("no gzip member") : new EOFException("a member breaks off");
        }
        gzipSeen |= gzip;
        member = gzip ? new GzipMember(raw, inflater) : null;
        reader = new WarcReader(member == null ? raw : member, buffered.clear().flip());
        return reader;
    }

    private void closeSegment() throws IOException {
        ended = member == null;
        if (member != null) {
            member.drain();
        }
        reader = null;
        member = null;
        record = raw.offset();
        done = 0;
        toSkip = 0;
    }

    /** Either the file ends here, or only this record says it is longer than it is and others follow. */
    private Unread brokenOff(EOFException e) throws IOException {
        long start = record;
        long before = done;
        Unread unread = goOnBehind(member == null ? Unread.Reason.BAD_RECORD : Unread.Reason.CORRUPT_GZIP, e);
        if (!ended) {
            return unread;
        }
        record = start;
        done = before;
        return new Unread(Unread.Reason.TRUNCATED_FILE, unread.location(), unread.detail());
    }

    /** From the start of the damaged record to the next place that begins as a record does. */
    private Unread goOnBehind(Unread.Reason reason, Exception e) throws IOException {
        if (reader != null && member == null) {
            record = segment + reader.position();
            raw.markAt(record);
        }
        Unread unread = new Unread(reason, location + "@" + record, String.valueOf(e.getMessage()));
        raw.rewind();
        boolean plain = plainSeen && !gzipSeen; // gzip in there may be a page's
        raw.skip(Math.min(1, raw.available()));
        ended = !(plain ? RecordSearch.plain(raw) : RecordSearch.any(raw, inflater));
        reader = null;
        member = null;
        ahead = null;
        record = raw.offset();
        done = 0;
        toSkip = 0;
        return unread;
    }
}
