package newsloom.cleaner.extract.decode;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page as fetched.
 *
 * @param url where it was fetched; {@code file:} and odd URLs are fine, they only serve as a hint
 * @param body the raw bytes; not copied, not changed
 * @param contentType as told by the HTTP header, or null
 * @param charset as told by the caller, or null
 * @param status HTTP status; 0 or 200 where there was no HTTP
 * @param fetchTime publication dates after it are not believed
 */
@SuppressWarnings("ArrayRecordComponent") // a page of some megabytes is not copied to be compared
public record RawPage(
        String url,
        byte[] body,
        @Nullable String contentType,
        @Nullable String charset,
        int status,
        Instant fetchTime) {

    /** Whether the page says that it is plain text. */
    public boolean plainText() {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).strip().startsWith("text/plain");
    }
}
