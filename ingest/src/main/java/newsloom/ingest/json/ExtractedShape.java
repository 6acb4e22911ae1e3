package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import newsloom.ingest.page.FetchTimes;
import newsloom.ingest.page.Hint;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Articles that another program has extracted: the page's body is the text, and what else is known of it travels as a {@link Hint}. Python
 * writes what it does not know as {@code null} or as {@code "None"}.
 */
final class ExtractedShape {
    private ExtractedShape() {}

    static void newsPlease(JsonNode node, PageBuilder page, @Nullable Instant fileTime) {
        var hint = new Hint(
                text(node, "title"),
                time(node, "date_publish"),
                text(node, "description"),
                texts(node, "authors"),
                text(node, "language"));
        describe(page, "news-please", text(node, "maintext"), hint);
        page.url(text(node, "url"));
        fetched(node, "date_download", page, fileTime);
    }

    static void nutch(JsonNode node, PageBuilder page, @Nullable Instant fileTime) {
        var hint = new Hint(text(node, "title"), time(node, "date"), null, texts(node, "author"), text(node, "lang"));
        describe(page, "nutch", text(node, "content"), hint);
        String url = text(node, "url");
        page.url(url == null ? text(node, "id") : url);
        fetched(node, "tstamp", page, fileTime);
    }

    private static void describe(PageBuilder page, String extractor, @Nullable String text, Hint hint) {
        page.extractedBy(extractor, hint);
        if (text != null) {
            page.body(withTitle(hint.title(), text).getBytes(UTF_8));
        }
    }

    /** The title is the first paragraph, where the text does not begin with it already. */
    private static String withTitle(@Nullable String title, String text) {
        return title == null || text.stripLeading().startsWith(title.strip()) ? text : title.strip() + "\n\n" + text;
    }

    private static void fetched(JsonNode node, String name, PageBuilder page, @Nullable Instant fileTime) {
        Optional<Instant> time = FetchTimes.of(node.path(name));
        if (time.isEmpty() && text(node, name) != null) {
            page.remark(Remark.BAD_TIME);
        }
        page.fetchTime(time.orElse(fileTime));
    }

    private static @Nullable String time(JsonNode node, String name) {
        return FetchTimes.of(node.path(name)).map(Instant::toString).orElse(text(node, name));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        boolean told = value.isTextual()
                && !value.textValue().isBlank()
                && !value.textValue().equals("None");
        return told ? value.textValue() : null;
    }

    private static @Nullable String texts(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            return text(node, name);
        }
        return StreamSupport.stream(value.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(", "));
    }
}
