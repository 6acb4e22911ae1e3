package newsloom.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The files of an archive in the order it has them, which is the same every time. For one thread, but {@link #bytesRead} for any. */
public interface Members extends Closeable {
    /**
     * The next file; folders and links are passed.
     *
     * @throws IOException if the archive is damaged so that no more of it can be read
     */
    Optional<Member> next() throws IOException;

    /** Bytes of the archive passed so far, for progress. */
    long bytesRead();
}
