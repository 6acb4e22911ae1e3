package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import newsloom.ingest.page.FetchTimes;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SideCar;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"url", "response_url"?, "status" | "status_code"?, "headers" | "response_headers"?, "body", "encoding"?, "timestamp"?}}. The
 * body is text, or Base64 of the bytes where scrapy-cluster was told so; nothing in the object says which, so what is one
 * word of Base64's alphabet is decoded.
 */
final class ScrapyShape {
    private static final int MIN_BASE64_CHARS = 16;

    private ScrapyShape() {}

    static void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) {
        SideCar told = SideCar.of(node);
        told.describe(page, fileTime);
        JsonNode headers = node.path("response_headers");
        if (headers.isObject()) {
            SideCar.of(JsonPages.object("headers", headers)).describe(page, fileTime);
        }
        page.url(text(node, "url")).finalUrl(text(node, "response_url"));
        JsonNode status = node.path("status_code");
        page.status(status.canConvertToInt() ? Integer.valueOf(status.intValue()) : told.status());
        time(node, page, told.fetchTime() == null ? fileTime : told.fetchTime());
        body(node, page);
        page.contentTypeUnlessTold("text/html");
    }

    private static void time(JsonNode node, PageBuilder page, @Nullable Instant otherwise) {
        Optional<Instant> time = FetchTimes.of(node.path("timestamp"));
        if (time.isEmpty() && node.hasNonNull("timestamp")) {
            page.remark(Remark.BAD_TIME);
        }
        page.fetchTime(time.orElse(otherwise));
    }

    private static void body(JsonNode node, PageBuilder page) {
        JsonNode body = node.path("body");
        if (!body.isTextual()) {
            return;
        }
        String text = body.textValue();
        if (isBase64(text)) {
            page.body(Base64.getDecoder().decode(text)).charset(text(node, "encoding"));
        } else {
            page.body(text.getBytes(UTF_8)).charset("utf-8");
        }
    }

    /** A word of a page would have to be as long as the page. */
    private static boolean isBase64(String text) {
        int end = text.endsWith("==") ? text.length() - 2 : text.endsWith("=") ? text.length() - 1 : text.length();
        return text.length() >= MIN_BASE64_CHARS
                && text.length() % 4 == 0
                && text.chars().limit(end).allMatch(ScrapyShape::isBase64);
    }

    private static boolean isBase64(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
