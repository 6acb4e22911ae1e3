package newsloom.ingest.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.ingest.page.ContentCoding;
import newsloom.ingest.page.FetchTimes;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** What a WARC record says as a page: HTTP responses of any status, resources and conversions that are HTML or text. */
final class WarcPages {
    private static final int USUAL_BODY_BYTES = 128 << 10;

    private static final Set<String> PAGE_TYPES =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "application/vnd.wap.xhtml+xml", "text/xhtml");

    private static final Pattern PARAMETERS = Pattern.compile("[;,]");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,40}/[a-z0-9!#$&^_.+-]{1,80}");

    private final @Nullable Instant fileTime;
    private final Limits limits;

    WarcPages(@Nullable Instant fileTime, Limits limits) {
        this.fileTime = fileTime;
        this.limits = limits;
    }

    /**
     * A page, the reason why there is none, or empty for records that are not about pages (requests, metadata, lookups).
     *
     * @throws IOException if the file below breaks off or is damaged
     */
    Optional<SourceItem> of(WarcRecord record, String location) throws IOException {
        PageBuilder page = new PageBuilder(limits, location);
        if (record instanceof WarcRevisit revisit) {
            return Optional.of(page.unread(Unread.Reason.REVISIT, String.valueOf(revisit.target())));
        }
        if (record instanceof WarcResponse response && !isLookup(response)) {
            return Optional.of(response(describe(page, response), response));
        }
        if (record instanceof WarcResource resource) {
            return Optional.of(resource(describe(page, resource), resource));
        }
        if (record instanceof WarcConversion conversion) {
            return Optional.of(conversion(describe(page, conversion), conversion));
        }
        return Optional.empty();
    }

    /** A page that somebody has flattened to text already, as in WET files; these are UTF-8. */
    private SourceItem conversion(PageBuilder page, WarcConversion record) throws IOException {
        String type = record.headers().first("Content-Type").orElse("text/plain");
        return page(page.charset(type.contains("charset") ? null : "utf-8"), type, body(record.body(), page));
    }

    private SourceItem response(PageBuilder page, WarcResponse record) throws IOException {
        HttpResponse http;
        try {
            http = record.http();
        } catch (ParsingException | IllegalArgumentException e) {
            return page.unread(Unread.Reason.BAD_RECORD, "no HTTP response: " + e.getMessage());
        }
        page.status(http.status()).headers(http.headers().map());
        String type = http.headers().first("Content-Type").orElse(null);
        if (!isUntold(type) && !PAGE_TYPES.contains(mediaType(type))) {
            return page.unread(Unread.Reason.NOT_A_PAGE, mediaType(type));
        }
        byte[] encoded = body(http.body(), page);
        ContentCoding.Decoded decoded;
        try {
            decoded = ContentCoding.decode(encoded, encodings(http), limits.maxBodyBytes() + 1);
        } catch (IOException e) {
            return page.unread(Unread.Reason.UNDECODABLE_BODY, String.valueOf(e.getMessage()));
        }
        if (decoded.asItWas()) {
            page.remark(Remark.NOT_ENCODED);
        }
        if (decoded.broken()) {
            page.remark(Remark.BODY_BROKEN_OFF);
        }
        return page(page, type, decoded.bytes());
    }

    private SourceItem resource(PageBuilder page, WarcResource record) throws IOException {
        String type = record.headers().first("Content-Type").orElse(null);
        return page(page, type, body(record.body(), page));
    }

    private static SourceItem page(PageBuilder page, @Nullable String type, byte[] body) {
        String media = mediaType(type);
        boolean isPage = isUntold(type) ? startsAsMarkup(body) : PAGE_TYPES.contains(media);
        return isPage
                ? page.contentType(type).body(body).build()
                : page.unread(Unread.Reason.NOT_A_PAGE, media.isEmpty() ? "untold" : media);
    }

    /** Reads up to one byte more than the limit, at once where the length is told; where chunks break off or go wrong, what came before is kept. */
    private byte[] body(MessageBody body, PageBuilder page) throws IOException {
        int most = limits.maxBodyBytes() + 1;
        long told = body.size();
        byte[] bytes = new byte[(int) Math.min(told < 0 ? USUAL_BODY_BYTES : told, most)];
        int count = 0;
        try {
            InputStream in = body.stream();
            int n = 0;
            while (n >= 0 && count < most && count != told) {
                bytes = count < bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(2 * count, most));
                n = in.read(bytes, count, bytes.length - count);
                count += Math.max(n, 0);
            }
        } catch (EOFException | ParsingException e) {
            page.remark(Remark.BODY_BROKEN_OFF);
        }
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }

    private PageBuilder describe(PageBuilder page, WarcTargetRecord record) {
        Optional<Instant> date = record.headers().first("WARC-Date").flatMap(FetchTimes::parse);
        if (date.isEmpty()) {
            page.remark(Remark.BAD_TIME);
        }
        if (record.headers()
                .first("WARC-Truncated")
                .filter(reason -> !reason.isBlank())
                .isPresent()) {
            page.remark(Remark.CUT_BY_CRAWLER);
        }
        return page.url(record.target()).fetchTime(date.orElse(fileTime));
    }

    /** What a crawler asked name servers and registrars on its way stands there as responses, too. */
    private static boolean isLookup(WarcResponse record) {
        String target = String.valueOf(record.target()).toLowerCase(Locale.ROOT);
        return target.startsWith("dns:") || target.startsWith("whois:");
    }

    private static List<String> encodings(HttpResponse http) {
        return http.headers().all("Content-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
    }

    private static boolean isUntold(@Nullable String type) {
        String media = mediaType(type);
        return media.isEmpty() || media.equals("unknown/unknown");
    }

    private static String mediaType(@Nullable String contentType) {
        String type = contentType == null
                ? ""
                : PARAMETERS.split(contentType, 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty()
                        || PAGE_TYPES.contains(type)
                        || MEDIA_TYPE.matcher(type).matches()
                ? type
                : "absurd";
    }

    private static boolean startsAsMarkup(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1);
        return head.replaceFirst("^\\xef\\xbb\\xbf", "").stripLeading().startsWith("<");
    }
}
