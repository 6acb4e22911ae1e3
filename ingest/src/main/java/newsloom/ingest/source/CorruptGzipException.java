package newsloom.ingest.source;

import java.io.IOException;

/** Gzip data that are not what they should be. */
final class CorruptGzipException extends IOException {
    CorruptGzipException(String message) {
        super(message);
    }
}
