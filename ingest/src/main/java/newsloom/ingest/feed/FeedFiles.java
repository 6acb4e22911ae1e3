package newsloom.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsloom.ingest.bytes.GzipMember;
import newsloom.ingest.bytes.GzipMembers;
import newsloom.ingest.bytes.RawInput;
import newsloom.ingest.page.Unread;

/** What the feeds among the files say, and which of them could not be read to their end. For one thread. */
public final class FeedFiles {
    private final Hints hints = new Hints();
    private final List<Unread> unread = new ArrayList<>();

    /** Reads a feed, plain or gzip. */
    public void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString(), in);
        } catch (IOException e) {
            unread(file.toString(), e);
        }
    }

    /** Reads a feed, plain or gzip, up to its end or to where it is damaged; leaves the stream open. */
    public void read(String location, InputStream in) {
        try {
            var raw = new RawInput(in, 0);
            Feed.read(Channels.newInputStream(GzipMember.isNext(raw) ? new GzipMembers(raw) : raw), hints::add);
        } catch (IOException e) {
            unread(location, e);
        }
    }

    /** All that was read. */
    public Hints hints() {
        return hints;
    }

    /** Feeds that were not read to their end; what stood before is in the hints. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    private void unread(String location, IOException e) {
        unread.add(new Unread(Unread.Reason.BAD_FEED, location, String.valueOf(e.getMessage())));
    }
}
