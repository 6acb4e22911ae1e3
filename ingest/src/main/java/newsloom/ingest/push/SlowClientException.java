package newsloom.ingest.push;

import java.io.IOException;

/** A client that sends too little in its time. */
final class SlowClientException extends IOException {
    SlowClientException(long bytes) {
        super("only " + bytes + " bytes have come in that time");
    }
}
