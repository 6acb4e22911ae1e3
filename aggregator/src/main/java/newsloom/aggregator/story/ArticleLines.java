package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.runtime.order.OrderTime;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON lines. One that does not say when it was fetched, or says a time to come or before 1970, is taken as fetched with the one before it; where none said so before, a
 * millisecond after the start for each line read. Not thread-safe.
 */
final class ArticleLines {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .append(offset("+HH:MM"))
            .append(offset("+HHMM"))
            .append(offset("+HH"))
            .toFormatter(Locale.ROOT);
    private static final Pattern YEAR_FIRST = Pattern.compile("^\\s*\\d{4}");
    /** By ISO 639-2 the code of ISO 639-1. */
    private static final Map<String, String> TWO_LETTERS = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> new Locale(code).getISO3Language(), code -> code, (one, other) -> one));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, String> language;
    private final Instant start;
    private long lines;
    /** Of the line that said so last. */
    private @Nullable Instant lastFetched;

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

    /** @throws IllegalArgumentException for a line that is no JSON object with an id or tells a time that cannot be read, naming its number */
    ArticleText next(String line) {
        try {
            return next(JSON.readTree(line));
        } catch (IOException e) {
            throw new IllegalArgumentException("line " + (lines + 1) + " is no JSON: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException where there is no id or a time that cannot be read, naming the number of the line */
    ArticleText next(JsonNode line) {
        lines++;
        String id = text(line, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("line " + lines + " has no id");
        }
        String title = text(line, "title");
        String body = text(line, "text");
        String lang = text(line, "lang");
        Instant fetched = fetched(line);
        return new ArticleText(
                id,
                text(line, "url"),
                site(text(line, "source"), text(line, "url")),
                title,
                body,
                lang.isEmpty() ? language.apply(title + "\n" + body) : code(lang),
                time(line, "published"),
                fetched);
    }

    private Instant fetched(JsonNode line) {
        Instant read = start.plusMillis(lines);
        Instant told = time(line, "fetched_at");
        if (told != null && OrderTime.believed(told.toEpochMilli(), read.toEpochMilli()) == told.toEpochMilli()) {
            lastFetched = told;
        }
        return lastFetched == null ? read : lastFetched;
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

    /** An offset of this form, or none. */
    private static DateTimeFormatter offset(String form) {
        return new DateTimeFormatterBuilder()
                .optionalStart()
                .appendOffset(form, "Z")
                .toFormatter(Locale.ROOT);
    }

    /** Of a language tag, also of one that begins with three letters. */
    private static String code(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return TWO_LETTERS.getOrDefault(language, language);
    }

    /** A day or time of ISO 8601, with a space for the T as well, without an offset in UTC; or as feeds write it (RFC 1123). Null where none is told. */
    private @Nullable Instant time(JsonNode line, String field) {
        String told = text(line, field);
        if (told.isBlank()) {
            return null;
        }
        try {
            if (!YEAR_FIRST.matcher(told).find()) {
                return OffsetDateTime.parse(told.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            }
            TemporalAccessor time =
                    TIME.parseBest(told.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime known) {
                return known.toInstant();
            }
            return time instanceof LocalDateTime local
                    ? local.toInstant(ZoneOffset.UTC)
                    : LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "line " + lines + ": " + field + " '" + told
                            + "' is no time of the form 2026-09-07T08:00:00Z or Mon, 7 Sep 2026 08:00:00 GMT",
                    e);
        }
    }
}
