package newsloom.app.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction.Content;
import newsloom.cleaner.extract.Extraction.Rejection;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code newsloom extract}.
 *
 * @param written what to write for it: a JSON object or an explanation
 * @param unread whether the line was no page at all
 */
record PageLine(String written, boolean unread) {
    private static final int OK = 200;

    /** @param now taken for the fetch time where the line has none */
    static PageLine extract(String line, ArticleExtractor extractor, Instant now) {
        var input = JsonLines.object(line);
        var page = input.flatMap(object -> page(object, now));
        var output = input.map(PageLine::identity).orElseGet(JsonLines::newObject);
        if (page.isEmpty()) {
            return unreadable(output);
        }
        var extraction = extractor.extract(page.get());
        if (extraction instanceof Content content) {
            return new PageLine(article(output, content).toString(), false);
        }
        return new PageLine(rejection(output, (Rejection) extraction).toString(), false);
    }

    private static PageLine unreadable(ObjectNode output) {
        return new PageLine(output.put("text", "").put("reject", "unreadable").toString(), true);
    }

    /** @param form how the explanation is written */
    static PageLine explain(String line, ArticleExtractor extractor, Instant now, Explanation form) {
        var input = JsonLines.object(line);
        var page = input.flatMap(object -> page(object, now));
        var identity = input.map(PageLine::identity).orElseGet(JsonLines::newObject);
        return page.map(read -> new PageLine(
                        form.page(identity.path("id").asText(), extractor.extract(read), extractor.explain(read)),
                        false))
                .orElseGet(() -> unreadable(identity));
    }

    /** The id is what the line says, else the address. */
    private static ObjectNode identity(ObjectNode input) {
        var url = JsonLines.text(input, "url");
        var id = JsonLines.text(input, "id");
        return JsonLines.newObject().put("id", id == null ? url : id).put("url", url);
    }

    private static Optional<RawPage> page(ObjectNode input, Instant now) {
        var url = JsonLines.text(input, "url");
        var fetched = JsonLines.time(input, "fetched_at");
        var contentType = JsonLines.text(input, "content_type");
        int status = input.path("status").asInt(OK);
        return body(input)
                .map(body -> new RawPage(
                        url == null ? "" : url,
                        body.bytes,
                        contentType == null ? body.contentType : contentType,
                        body.charset,
                        status,
                        fetched == null ? now : fetched));
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Body(
            byte[] bytes, String contentType, @Nullable String charset) {}

    private static Optional<Body> body(ObjectNode input) {
        var html = JsonLines.text(input, "html");
        if (html != null) {
            return Optional.of(new Body(html.getBytes(StandardCharsets.UTF_8), "text/html", "utf-8"));
        }
        var text = JsonLines.text(input, "text");
        if (text != null) {
            return Optional.of(new Body(text.getBytes(StandardCharsets.UTF_8), "text/plain", "utf-8"));
        }
        var base64 = JsonLines.text(input, "html_base64");
        try {
            return Optional.ofNullable(base64)
                    .map(coded -> new Body(
                            Base64.getMimeDecoder().decode(coded), "text/html", JsonLines.text(input, "charset")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode article(ObjectNode output, Content content) {
        output.put("text", content.text()).put("title", content.title());
        var authors = output.putArray("author");
        content.authors().forEach(authors::add);
        putDate(output, content.published());
        output.put("language", content.language())
                .put("kind", lowerCase(content.kind()))
                .put("confidence", content.confidence());
        return more(output, content);
    }

    /** What an article has besides, under the names of the contract; nothing where the page does not say it. */
    private static ObjectNode more(ObjectNode output, Content content) {
        output.put("language_confidence", content.languageConfidence());
        putTime(output, "published", content.published());
        putTime(output, "modified", content.modified());
        putText(output, "canonical_url", content.canonicalUrl());
        putText(output, "publisher", content.siteName());
        putText(output, "section", content.section());
        putText(output, "image", content.imageUrl());
        var tags = output.putArray("tags");
        content.tags().forEach(tags::add);
        return output.put("lead", content.lead())
                .put("paywalled", content.paywalled())
                .put("method", lowerCase(content.method()));
    }

    private static void putText(ObjectNode output, String name, @Nullable String text) {
        if (text != null) {
            output.put(name, text);
        }
    }

    /** In UTC, with the page's own offset beside it; a mere day where no clock time is told. */
    private static void putTime(ObjectNode output, String name, @Nullable Published time) {
        if (time != null) {
            output.put(name, (time.dayOnly() ? time.day() : time.at()).toString());
            putText(output, name + "_zone", time.zone());
            output.put(name + "_from", lowerCase(time.source()));
        }
    }

    private static void putDate(ObjectNode output, @Nullable Published published) {
        if (published != null) {
            output.put("date", published.day().toString());
        }
    }

    private static ObjectNode rejection(ObjectNode output, Rejection rejection) {
        output.put("text", "").put("title", rejection.title()).putArray("author");
        putDate(output, rejection.published());
        return output.put("language", rejection.language())
                .put("kind", lowerCase(rejection.kind()))
                .put("confidence", 0)
                .put("reject", lowerCase(rejection.reason()));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
