package newsloom.ingest.bytes;

import java.io.IOException;

/** Gzip data that are not what they should be. */
public final class CorruptGzipException extends IOException {
    public CorruptGzipException(String message) {
        super(message);
    }
}
