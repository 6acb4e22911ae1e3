package newsloom.ingest.page;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * One file or stream of pages, read forward once. What is damaged inside becomes an {@link Unread} item and reading goes on
 * behind it as far as the format allows. For one thread, but {@link #bytesRead()} may be asked from any.
 */
public interface PageSource extends Closeable {

    /**
     * The next page or the next thing that gave none; empty at the end.
     *
     * @throws IOException if the storage fails; damage of the content is an item
     */
    Optional<SourceItem> next() throws IOException;

    /** Where to open the source again so that the next item is the one after the last given. */
    Offset offset();

    /** Bytes taken from the file so far, for progress. */
    long bytesRead();
}
