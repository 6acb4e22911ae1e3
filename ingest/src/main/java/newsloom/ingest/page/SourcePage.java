package newsloom.ingest.page;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page as its source tells it; the names are those of the contract's {@code Page}. The body is shared, not copied.
 *
 * @param fetchTime as told, may lie in the future; null where nobody told and the source is no file
 * @param truncated the body was cut, by the crawler or here
 * @param remarks what was put right on the way; empty for most pages
 */
@SuppressWarnings("ArrayRecordComponent") // pages are handed on, never compared
public record SourcePage(
        String location,
        String url,
        @Nullable String finalUrl,
        @Nullable Instant fetchTime,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String charset,
        Map<String, String> headers,
        byte[] body,
        boolean truncated,
        Set<Remark> remarks)
        implements SourceItem {

    public SourcePage {
        headers = Map.copyOf(headers);
        remarks = Set.copyOf(remarks);
    }

    /** The page with what somebody else says about it, and the remark that it is so; what is there already stays. */
    public SourcePage hinted(Hint hint) {
        var more = new HashMap<>(hint.headers());
        more.putAll(headers);
        var remarked = EnumSet.of(Remark.HINTED);
        remarked.addAll(remarks);
        return new SourcePage(
                location, url, finalUrl, fetchTime, status, contentType, charset, more, body, truncated, remarked);
    }
}
