package newsloom.ingest.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newsloom.ingest.page.Unread;

/**
 * What the feeds among the files say.
 *
 * @param unread feeds that could not be read to their end
 */
public record FeedFiles(Hints hints, List<Unread> unread) {

    /** Reads feeds, plain or gzip, one after the other. */
    public static FeedFiles read(List<Path> files) {
        var hints = new Hints();
        var unread = new ArrayList<Unread>();
        for (Path file : files) {
            try (InputStream in = open(file)) {
                Feed.read(in, hints::add);
            } catch (IOException e) {
                unread.add(new Unread(Unread.Reason.BAD_FEED, file.toString(), String.valueOf(e.getMessage())));
            }
        }
        return new FeedFiles(hints, List.copyOf(unread));
    }

    private static InputStream open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw) : raw;
    }
}
