package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.SourceItem;
import org.jspecify.annotations.Nullable;

/** A file, or a member of an archive, that is one page, with what its side-car tells about it. */
final class OnePageSource implements PageSource {
    private final String location;
    private final Content content;
    private final String name;
    private final Instant modified;
    private final @Nullable SideCar told;
    private final String fallbackUrl;
    private final Limits limits;
    private final AtomicLong read = new AtomicLong();
    private boolean done;

    /**
     * @param name tells the content type where nobody else does
     * @param told null where the side-car cannot be read
     * @param fallbackUrl where no side-car tells one
     */
    OnePageSource(
            String location,
            Content content,
            String name,
            Instant modified,
            @Nullable SideCar told,
            String fallbackUrl,
            Offset offset,
            Limits limits) {
        this.location = location;
        this.content = content;
        this.name = name;
        this.modified = modified;
        this.told = told;
        this.fallbackUrl = fallbackUrl;
        this.limits = limits;
        this.done = !offset.equals(Offset.START);
    }

    /** Opens the page's bytes. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        PageBuilder page = new PageBuilder(limits, location);
        try (InputStream in = content.open()) {
            byte[] body = in.readNBytes(limits.maxBodyBytes() + 1);
            read.set(body.length);
            page.body(body);
        }
        SideCar car = told == null ? SideCar.NONE : told;
        car.describe(page, modified);
        if (told == null) {
            page.remark(Remark.BAD_SIDE_CAR);
        }
        if (car.url() == null) {
            page.url(fallbackUrl);
        }
        page.contentTypeUnlessTold(contentType());
        return Optional.of(page.build());
    }

    @Override
    public Offset offset() {
        return done ? new Offset(Math.max(1, read.get()), 0) : Offset.START;
    }

    @Override
    public long bytesRead() {
        return read.get();
    }

    @Override
    public void close() {}

    private String contentType() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") ? "text/plain" : lower.endsWith(".xhtml") ? "application/xhtml+xml" : "text/html";
    }
}
