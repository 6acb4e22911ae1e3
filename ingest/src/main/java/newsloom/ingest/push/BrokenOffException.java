package newsloom.ingest.push;

import java.io.IOException;

/** A client that is gone, or silent for too long, before the end of its request. */
final class BrokenOffException extends IOException {
    BrokenOffException(IOException cause) {
        super(cause);
    }
}
