package newsloom.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import newsloom.ingest.feed.Hints;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.page.Unread;
import newsloom.ingest.position.PipeMarks;
import newsloom.ingest.position.Position;
import newsloom.ingest.source.Fingerprint;
import newsloom.ingest.source.Fingerprints;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * All sources one after the other, each from where it was left, as steps. For one thread, but {@link #bytesRead()} may be asked
 * from any.
 */
final class Reading implements Closeable {
    private final Iterator<SourceFile> files;
    private final Map<String, Position> positions;
    private final ReadOptions options;
    private final Hints hints;
    private final Function<SourcePage, PageRecords.Made> records;
    private final Deque<Step> ready = new ArrayDeque<>();

    private final AtomicLong bytesPassed = new AtomicLong(); // of files that are done
    private volatile @Nullable Open open;

    /** The source that is being read. */
    private static final class Open {
        private final SourceFile file;
        private final PageSource source;
        private final Supplier<Fingerprint> seen;
        private Position position;

        Open(SourceFile file, PageSource source, Supplier<Fingerprint> seen, Position position) {
            this.file = file;
            this.source = source;
            this.seen = seen;
            this.position = position;
        }
    }

    /**
     * @param positions of sources that were sent before, by id
     * @param hints of pages among them
     * @param records makes the record of a page
     */
    Reading(
            Iterable<SourceFile> files,
            Map<String, Position> positions,
            ReadOptions options,
            Hints hints,
            Function<SourcePage, PageRecords.Made> records) {
        this.files = files.iterator();
        this.positions = positions;
        this.options = options;
        this.hints = hints;
        this.records = records;
    }

    /** The next step; empty when all sources are read. */
    Optional<Step> next() {
        while (ready.isEmpty()) {
            Open current = open;
            if (current != null) {
                read(current);
            } else if (files.hasNext()) {
                begin(files.next());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(ready.remove());
    }

    /** Bytes of all files passed so far. */
    long bytesRead() {
        Open current = open;
        return bytesPassed.get() + (current == null ? 0 : current.source.bytesRead());
    }

    @Override
    public void close() throws IOException {
        Open current = open;
        open = null;
        if (current != null) {
            current.source.close();
        }
    }

    private void begin(SourceFile file) {
        try {
            if (file instanceof SourceFile.Stored stored) {
                begin(stored);
            } else if (file instanceof SourceFile.Piped pipe) {
                begin(pipe);
            }
        } catch (IOException e) {
            unreadable(file, String.valueOf(e));
        }
    }

    private void begin(SourceFile.Stored file) throws IOException {
        Position before = positions.get(file.id());
        if (before != null && before.complete() && Fingerprints.looksUntouched(file, before.source())) {
            ready.add(new Step.SentBefore(file.id(), before));
            passed(file);
            return;
        }
        Fingerprint now = Fingerprints.of(file);
        Position position = before == null ? Position.start(now) : goOn(file, before, now);
        if (file instanceof SourceFile.OnePage && !position.offset().equals(Offset.START)) {
            ready.add(new Step.Ended(file.id(), position.end(position.offset(), now)));
            passed(file);
        } else {
            var opened = file.open(position.offset(), now, options);
            open = new Open(file, opened.pages(), opened.seen(), position);
        }
    }

    /** Where to start in a file that was sent before, at least in part. */
    private Position goOn(SourceFile.Stored file, Position before, Fingerprint now) throws IOException {
        if (!Fingerprints.continues(file, before.source())) {
            ready.add(new Step.Changed(file.id()));
            return Position.start(now);
        }
        Position position = before.in(now);
        ready.add(new Step.SentBefore(file.id(), position));
        return position;
    }

    private void begin(SourceFile.Piped pipe) throws IOException {
        var again = PipeAgain.open(pipe, PipeMarks.of(pipe.id(), positions), options);
        Position sent = again.sent();
        if (sent != null) {
            ready.add(new Step.SentBefore(pipe.id(), sent));
        }
        open = new Open(pipe, again, again::seen, sent == null ? Position.start(again.seen()) : sent);
    }

    private void read(Open current) {
        try {
            Optional<SourceItem> item = current.source.next();
            if (item.isEmpty()) {
                close();
                ready.add(new Step.Ended(
                        current.file.id(), current.position.end(current.source.offset(), current.seen.get())));
                passed(current.file);
            } else if (item.get() instanceof SourcePage page) {
                current.position = current.position.page(current.source.offset(), current.seen.get());
                ready.add(new Step.PageRead(current.file.id(), records.apply(hinted(page)), current.position));
            } else if (item.get() instanceof Unread unread) {
                notRead(current, unread);
            }
        } catch (IOException e) {
            closeUnread(current, String.valueOf(e));
        }
    }

    private SourcePage hinted(SourcePage page) {
        return hints.of(page.url()).map(page::hinted).orElse(page);
    }

    private void notRead(Open current, Unread unread) {
        if (unread.reason() == Unread.Reason.UNREADABLE_FILE) {
            closeUnread(current, unread.detail());
        } else {
            current.position = current.position.unread(current.source.offset(), unread, current.seen.get());
            ready.add(new Step.NotRead(current.file.id(), unread, current.position));
        }
    }

    private void closeUnread(Open current, String why) {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unreadable(current.file, why);
    }

    private void unreadable(SourceFile file, String why) {
        Unread unread = new Unread(Unread.Reason.UNREADABLE_FILE, file.id(), why);
        ready.add(new Step.NotRead(file.id(), unread, null));
        passed(file);
    }

    private void passed(SourceFile file) {
        bytesPassed.addAndGet(Math.max(0, file.size()));
    }
}
