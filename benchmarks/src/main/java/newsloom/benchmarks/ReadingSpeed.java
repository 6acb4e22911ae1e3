package newsloom.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.position.Position;
import newsloom.ingest.source.Fingerprints;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads a WARC.gz by turns with jwarc alone and with ingest's source, and prints the best of each. */
final class ReadingSpeed {
    private static final int ROUNDS = 3;

    private ReadingSpeed() {}

    /** Takes a WARC and the number of pages in it. */
    public static void main(String[] arguments) throws IOException {
        Path warc = Path.of(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        double jwarc = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            jwarc = Math.min(jwarc, seconds(pages, () -> withJwarc(warc)));
            ours = Math.min(ours, seconds(pages, () -> withIngest(warc)));
        }
        print("jwarc alone", pages, jwarc, jwarc);
        print("ingest's source", pages, ours, jwarc);
    }

    /** Decodes every body, as ingest has to. */
    private static int withJwarc(Path warc) throws IOException {
        int pages = 0;
        try (var reader = new WarcReader(warc)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    InputStream body = response.http().body().stream();
                    pages += body.readAllBytes().length > 0 ? 1 : 0;
                }
            }
        }
        return pages;
    }

    /** With the digest of all bytes read, and the position behind every page, as a run keeps them. */
    private static int withIngest(Path warc) throws IOException {
        int pages = 0;
        var file = (SourceFile.Stored) Listing.of(List.of(warc), false).files().get(0);
        var opened = file.open(Offset.START, Fingerprints.of(file), ReadOptions.DEFAULT);
        try (var source = opened.pages()) {
            var position = Position.start(opened.seen().get());
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                if (item.get() instanceof SourcePage) {
                    position = position.page(source.offset(), opened.seen().get());
                    pages++;
                }
            }
            position.end(source.offset(), opened.seen().get());
        }
        return pages;
    }

    @FunctionalInterface
    private interface Reads {
        int pages() throws IOException;
    }

    private static double seconds(int expected, Reads reads) throws IOException {
        long began = System.nanoTime();
        int pages = reads.pages();
        if (pages != expected) {
            throw new IllegalStateException(pages + " pages instead of " + expected);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String what, int pages, double seconds, double of) {
        System.out.printf(
                Locale.ROOT,
                "reading, %-28s %8.0f pages/s %5.0f %%   heap of %d MB%n",
                what,
                pages / seconds,
                100 * of / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
