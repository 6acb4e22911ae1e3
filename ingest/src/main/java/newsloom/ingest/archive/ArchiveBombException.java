package newsloom.ingest.archive;

import java.io.IOException;

/** Data that unpack to far more than their size allows. */
public final class ArchiveBombException extends IOException {
    ArchiveBombException(long bytes) {
        super("unpacks to more than " + bytes + " bytes");
    }
}
