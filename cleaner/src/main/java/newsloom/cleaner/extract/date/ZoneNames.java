package newsloom.cleaner.extract.date;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offsets and the time zone abbreviations that news pages print. An abbreviation that means several zones is read as the one with more readers. */
final class ZoneNames {

    /** Alternation for patterns, longest first. */
    static final String PATTERN =
            "Z\\b|(?:UTC|GMT)?\\s?[+\\-−]\\d{1,2}:?\\d{2}|(?:UTC|GMT)\\s?[+\\-−]\\d{1,2}|[+\\-]\\d{2}|(?:UTC|GMT|CEST|CET|EEST|EET|WEST|WET|BST|MSK|IST|PKT|NPT|WIB|SGT|MYT|HKT|PHT|JST|KST|AEST|AEDT|AWST|ACST|ACDT|NZST|NZDT|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AKST|AKDT|HST|BRT|ART|SAST|WAT|CAT|EAT|TRT|MEZ|MESZ)\\b";

    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("WET", "Z"),
            Map.entry("Z", "Z"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("WAT", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("CAT", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("TRT", "+03:00"),
            Map.entry("EAT", "+03:00"),
            Map.entry("PKT", "+05:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("NPT", "+05:45"),
            Map.entry("WIB", "+07:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("MYT", "+08:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("PHT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("ACST", "+09:30"),
            Map.entry("AEST", "+10:00"),
            Map.entry("ACDT", "+10:30"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"),
            Map.entry("BRT", "-03:00"),
            Map.entry("ART", "-03:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("ET", "-05:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CT", "-06:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MT", "-07:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PT", "-08:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("HST", "-10:00"));

    private ZoneNames() {}

    /** The offset that the text names; null when it names none. */
    static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip().toUpperCase(Locale.ROOT).replace('−', '-');
        String known = OFFSETS.get(name);
        if (known != null) {
            return ZoneOffset.of(known);
        }
        String digits = name.replaceFirst("^(?:UTC|GMT)\\s?", "");
        try {
            return ZoneOffset.of(
                    digits.length() == 5 && digits.indexOf(':') == 2
                            ? digits.charAt(0) + "0" + digits.substring(1)
                            : digits);
        } catch (DateTimeException noOffset) {
            return null;
        }
    }
}
