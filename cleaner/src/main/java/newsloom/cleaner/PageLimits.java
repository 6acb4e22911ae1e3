package newsloom.cleaner;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import newsloom.contract.FieldLimits;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a page may be at most. Ours keep to it; somebody else's producer may send more, for brokers measure what is compressed. Nothing is taken out of such a page: its reject says what is too large,
 * beside the beginning of its address.
 */
final class PageLimits {

    private PageLimits() {}

    /** What about the page is over a limit, in words; empty where all is well. Cost linear in the headers of the record. */
    static Optional<String> excess(Page page, Headers headers) {
        int address = Math.max(
                page.getUrl().length(),
                page.getFinalUrl() == null ? 0 : page.getFinalUrl().length());
        if (address > FieldLimits.URL) {
            return Optional.of("address of " + address + " characters");
        }
        if (page.getBody().remaining() > Topics.MAX_BODY_BYTES) {
            return Optional.of("body of " + page.getBody().remaining() + " bytes");
        }
        long told = bytes(headers);
        return told > FieldLimits.RECORD_HEADER_BYTES
                ? Optional.of("record headers of " + told + " bytes")
                : Optional.empty();
    }

    /** What is left of such a page for its reject. */
    static Page cut(Page page) {
        return Page.newBuilder(page)
                .setUrl(FieldLimits.cut(page.getUrl(), FieldLimits.URL))
                .setFinalUrl(FieldLimits.cutNullable(page.getFinalUrl(), FieldLimits.URL))
                .setHeaders(Map.of())
                .setBody(ByteBuffer.allocate(0))
                .build();
    }

    /** The headers, or none where they are too many. */
    static Headers cut(Headers headers) {
        return bytes(headers) > FieldLimits.RECORD_HEADER_BYTES ? new RecordHeaders() : headers;
    }

    private static long bytes(Headers headers) {
        long bytes = 0;
        for (Header header : headers) {
            bytes += 3L * header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }
}
