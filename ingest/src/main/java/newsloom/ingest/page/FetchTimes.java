package newsloom.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as crawlers write them; without a zone they are UTC. */
public final class FetchTimes {
    private static final int PLAIN_LENGTH = "2026-03-01T08:00:00Z".length();
    private static final long FIRST_MILLIS = 100_000_000_000L; // as seconds this is the year 5138

    private FetchTimes() {}

    /** A text as {@link #parse(String)} takes it, or a number of seconds or milliseconds since 1970. */
    public static Optional<Instant> of(JsonNode node) {
        if (!node.isNumber()) {
            return node.isTextual() ? parse(node.textValue()) : Optional.empty();
        }
        double number = node.doubleValue();
        boolean millis = Math.abs(number) >= FIRST_MILLIS;
        return Double.isFinite(number) && Math.abs(number) < 1e15
                ? Optional.of(Instant.ofEpochMilli((long) (millis ? number : number * 1000)))
                : Optional.empty();
    }

    /** {@code 2026-03-01T08:00:00Z}, with an offset, without a zone, with a blank for the T, or the date alone. */
    public static Optional<Instant> parse(String text) {
        if (text.length() == PLAIN_LENGTH && text.charAt(10) == 'T' && text.endsWith("Z")) {
            return instant(text); // nearly all; the patterns below cost more than the rest of a record's head
        }
        String iso =
                text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T").replaceFirst(" ?UTC$", "Z");
        try {
            if (iso.length() == 10) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean zoned = iso.endsWith("Z") || iso.endsWith("z") || iso.matches(".*T.*[+-]\\d{2}(:?\\d{2})?");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                                    .toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
