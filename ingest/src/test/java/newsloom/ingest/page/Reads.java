package newsloom.ingest.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsloom.ingest.source.Fingerprints;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;

/** Reads sources to their end. */
public final class Reads {
    private Reads() {}

    /** A file of a listing behind what is done. */
    public static PageSource open(SourceFile file, Offset offset) throws IOException {
        var stored = (SourceFile.Stored) file;
        return stored.open(offset, Fingerprints.of(stored), ReadOptions.DEFAULT).pages();
    }

    public static List<SourceItem> all(PageSource source) throws IOException {
        try (source) {
            List<SourceItem> items = new ArrayList<>();
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
            return items;
        }
    }

    public static List<SourcePage> pages(List<SourceItem> items) {
        return items.stream()
                .filter(SourcePage.class::isInstance)
                .map(SourcePage.class::cast)
                .toList();
    }

    public static List<String> urls(List<SourceItem> items) {
        return pages(items).stream().map(SourcePage::url).toList();
    }

    public static List<Unread.Reason> reasons(List<SourceItem> items) {
        return items.stream()
                .filter(Unread.class::isInstance)
                .map(item -> ((Unread) item).reason())
                .toList();
    }
}
