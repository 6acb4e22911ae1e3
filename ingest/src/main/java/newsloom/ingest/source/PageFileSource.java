package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;

/** A file that is one page, with what its side-car tells about it. */
final class PageFileSource implements PageSource {
    private final SourceFile.OnePage file;
    private final Limits limits;
    private boolean done;

    PageFileSource(SourceFile.OnePage file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    @Override
    public Optional<SourceItem> next() {
        if (done) {
            return Optional.empty();
        }
        done = true;
        PageBuilder page = new PageBuilder(limits, file.path().toString());
        try (InputStream in = Files.newInputStream(file.path())) {
            page.body(in.readNBytes(limits.maxBodyBytes() + 1));
        } catch (IOException e) {
            return Optional.of(page.unread(Unread.Reason.UNREADABLE_FILE, String.valueOf(e)));
        }
        SideCar told = file.sideCar();
        told.describe(page, file.modified());
        if (file.badSideCar()) {
            page.remark(Remark.BAD_SIDE_CAR);
        }
        if (told.url() == null) {
            page.url(file.path().toUri().toString());
        }
        page.contentTypeUnlessTold(contentType());
        return Optional.of(page.build());
    }

    @Override
    public Offset offset() {
        return done ? new Offset(file.size(), 0) : Offset.START;
    }

    @Override
    public long bytesRead() {
        return done ? file.size() : 0;
    }

    @Override
    public void close() {}

    private String contentType() {
        String name = String.valueOf(file.path().getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") ? "text/plain" : name.endsWith(".xhtml") ? "application/xhtml+xml" : "text/html";
    }
}
