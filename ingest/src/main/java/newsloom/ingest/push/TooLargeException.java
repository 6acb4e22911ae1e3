package newsloom.ingest.push;

import java.io.IOException;

/** A body over the limit of a request. */
final class TooLargeException extends IOException {
    TooLargeException(long most) {
        super("more than " + most + " bytes");
    }
}
