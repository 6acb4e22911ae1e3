package newsloom.ingest.feed;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import newsloom.ingest.page.FetchTimes;

/** Times of feeds: ISO 8601 or RFC 822, in the many forms these are written in. */
final class FeedTimes {
    private FeedTimes() {}

    /** In ISO 8601 and UTC; as it was where it cannot be read. */
    static String iso(String told) {
        return FetchTimes.parse(told).map(Object::toString).orElseGet(() -> rfc822(told));
    }

    private static String rfc822(String told) {
        String known = told.replaceFirst("^\\p{Alpha}+,\\s*", "")
                .replaceFirst("\\s(UT|UTC|Z)$", " GMT")
                .replaceFirst("\\sEST$", " -0500")
                .replaceFirst("\\sEDT$", " -0400")
                .replaceFirst("\\sPST$", " -0800")
                .replaceFirst("\\sPDT$", " -0700");
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(known, OffsetDateTime::from)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return told;
        }
    }
}
