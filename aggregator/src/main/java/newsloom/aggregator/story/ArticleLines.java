package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Articles as JSON lines, each taken as fetched a millisecond after the one before. Not thread-safe. */
final class ArticleLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, String> language;
    private final Instant start;
    private long lines;

    /**
     * No line read yet.
     *
     * @param language guesses the ISO 639-1 language of a text that does not tell its own, empty when it cannot
     * @param start when reading began
     */
    ArticleLines(Function<String, String> language, Instant start) {
        this.language = language;
        this.start = start;
    }

    /** @throws IllegalArgumentException for a line that is no JSON object with an id, naming its number */
    ArticleText next(String line) {
        try {
            return next(JSON.readTree(line));
        } catch (IOException e) {
            throw new IllegalArgumentException("line " + (lines + 1) + " is no JSON: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException where there is no id, naming the number of the line */
    ArticleText next(JsonNode line) {
        lines++;
        String id = text(line, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("line " + lines + " has no id");
        }
        String title = text(line, "title");
        String body = text(line, "text");
        String lang = text(line, "lang");
        return new ArticleText(
                id,
                text(line, "url"),
                site(text(line, "source"), text(line, "url")),
                title,
                body,
                lang.isEmpty() ? language.apply(title + "\n" + body) : lang,
                time(text(line, "published")),
                start.plusMillis(lines));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText("");
    }

    private static String site(String source, String url) {
        if (!source.isEmpty() || url.isEmpty()) {
            return source;
        }
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** An ISO 8601 instant, offset time or day; null for anything else. */
    private static @Nullable Instant time(String published) {
        try {
            if (published.length() <= 10) {
                return published.isEmpty()
                        ? null
                        : LocalDate.parse(published).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
