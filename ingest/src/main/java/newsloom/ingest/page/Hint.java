package newsloom.ingest.page;

import java.util.LinkedHashMap;
import java.util.Map;
import newsloom.contract.FieldLimits;
import org.jspecify.annotations.Nullable;

/**
 * What somebody other than the page says about its article: a feed's entry, or a crawler that has extracted it. Travels with the page as
 * headers whose names begin with {@value #PREFIX}; docs/contract.md lists them.
 *
 * @param published as written by who says it, in ISO 8601 where it could be read
 * @param authors separated by commas
 */
public record Hint(
        @Nullable String title,
        @Nullable String published,
        @Nullable String summary,
        @Nullable String authors,
        @Nullable String language) {
    public static final String PREFIX = "x-newsloom-";

    /** Who extracted the text; on a {@code text/plain} page whose body is the article already. */
    public static final String EXTRACTED_BY = PREFIX + "extracted-by";

    /** The headers, in a fixed order; what is not known has none. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        put(headers, "title", title);
        put(headers, "published", published);
        put(headers, "summary", summary);
        put(headers, "authors", authors);
        put(headers, "language", language);
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String line = value.strip().replaceAll("\\s+", " ");
            headers.put(PREFIX + name, FieldLimits.cut(line, FieldLimits.HINT));
        }
    }
}
