package newsloom.ingest.warc;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import newsloom.ingest.bytes.ZstdInput;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .warc.zst}: read as the plain WARC that it unpacks to, offsets counting unpacked bytes. Where the file is damaged it ends, and
 * that is a loss; there is no way to the next good frame.
 */
final class ZstdWarcSource implements PageSource {
    private final ZstdInput zstd;
    private final WarcSource warc;
    private final String location;
    private boolean damageTold;

    ZstdWarcSource(ZstdInput zstd, String location, @Nullable Instant fileTime, Offset offset, Limits limits)
            throws IOException {
        this.zstd = zstd;
        this.location = location;
        this.warc = new WarcSource(zstd, location, fileTime, offset, limits);
    }

    /** One loss for one damage: that the last record breaks off is its consequence. */
    @Override
    public Optional<SourceItem> next() throws IOException {
        Optional<SourceItem> item = warc.next();
        String damage = zstd.damage();
        boolean last = item.isEmpty()
                || (item.get() instanceof Unread unread && unread.reason() == Unread.Reason.TRUNCATED_FILE);
        if (damage == null || !last) {
            return item;
        }
        if (damageTold) {
            return Optional.empty();
        }
        damageTold = true;
        return Optional.of(new Unread(
                Unread.Reason.CORRUPT_ZSTD, location + "@" + warc.offset().bytes(), damage));
    }

    @Override
    public Offset offset() {
        return warc.offset();
    }

    @Override
    public long bytesRead() {
        return zstd.bytesTaken();
    }

    @Override
    public void close() throws IOException {
        warc.close();
    }
}
