package newsloom.ingest.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page in the making; what all sources have in common: limits, header names, reasons why there is none. The limits together
 * keep the record below what the topic takes. For one thread.
 */
public final class PageBuilder {
    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_CHARS = 4096;

    private final Limits limits;
    private final String location;
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String url;
    private @Nullable String finalUrl;
    private @Nullable Instant fetchTime;
    private @Nullable Integer status;
    private @Nullable String contentType;
    private @Nullable String charset;
    private byte @Nullable [] body;

    public PageBuilder(Limits limits, String location) {
        this.limits = limits;
        this.location = location;
    }

    public PageBuilder url(@Nullable String value) {
        url = value;
        return this;
    }

    public PageBuilder finalUrl(@Nullable String value) {
        finalUrl = value;
        return this;
    }

    public PageBuilder fetchTime(@Nullable Instant value) {
        fetchTime = value;
        return this;
    }

    public PageBuilder status(@Nullable Integer value) {
        status = value;
        return this;
    }

    public PageBuilder contentType(@Nullable String value) {
        contentType = value;
        return this;
    }

    public PageBuilder contentTypeUnlessTold(String value) {
        contentType = contentType == null ? value : contentType;
        return this;
    }

    public PageBuilder charset(@Nullable String value) {
        charset = value;
        return this;
    }

    public PageBuilder body(byte @Nullable [] value) {
        body = value;
        return this;
    }

    public PageBuilder remark(Remark remark) {
        remarks.add(remark);
        return this;
    }

    /** Repeated names are joined by a comma; beyond 200 names or 4096 characters a value the rest is left out. */
    public PageBuilder headers(Map<String, List<String>> values) {
        values.forEach((name, value) -> header(name, String.join(", ", value)));
        return this;
    }

    /** A header of the response. One that calls itself a {@link Hint} is left out: a site does not speak for others. */
    public PageBuilder header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (headers.size() < MAX_HEADERS && name.length() <= 256 && !lower.startsWith(Hint.PREFIX)) {
            headers.merge(lower, cut(value), (a, b) -> cut(a + ", " + b));
        }
        return this;
    }

    /** The body is the article already, as this program has extracted it; the hint is what else it knows. */
    public PageBuilder extractedBy(String extractor, Hint hint) {
        headers.putAll(hint.headers());
        headers.put(Hint.EXTRACTED_BY, extractor);
        return contentType("text/plain").charset("utf-8");
    }

    /** The page, or why it is none. */
    public SourceItem build() {
        String address = url == null ? "" : url.strip();
        if (address.isEmpty()) {
            return unread(Unread.Reason.NO_URL, "");
        }
        if (address.length() > limits.maxUrlChars()) {
            return unread(Unread.Reason.URL_TOO_LONG, address.length() + " characters");
        }
        byte[] content = body;
        if (content == null) {
            return unread(Unread.Reason.NO_BODY, address);
        }
        if (content.length > limits.maxBodyBytes()) {
            remark(Remark.CUT);
            content = Arrays.copyOf(content, limits.maxBodyBytes());
        }
        boolean truncated = remarks.contains(Remark.CUT)
                || remarks.contains(Remark.CUT_BY_CRAWLER)
                || remarks.contains(Remark.BODY_BROKEN_OFF);
        boolean redirected = finalUrl != null
                && !finalUrl.isBlank()
                && !finalUrl.equals(address)
                && finalUrl.length() <= limits.maxUrlChars();
        return new SourcePage(
                location,
                address,
                redirected ? finalUrl : null,
                fetchTime,
                status,
                contentType == null ? null : cut(contentType),
                charset == null ? null : cut(charset),
                headers,
                content,
                truncated,
                remarks);
    }

    public Unread unread(Unread.Reason reason, String detail) {
        return new Unread(reason, location, detail);
    }

    private static String cut(String value) {
        return value.length() <= MAX_HEADER_CHARS ? value : value.substring(0, MAX_HEADER_CHARS);
    }
}
