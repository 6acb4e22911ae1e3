package newsloom.cleaner.extract.decode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of charsets, read as browsers read them (WHATWG Encoding): ISO-8859-1 means windows-1252, gb2312 means GB18030; and KOI8-R as KOI8-U, which has letters where it has lines for frames. */
final class CharsetNames {

    private static final Map<String, String> READ_AS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("koi8-r", "KOI8-U"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode", "UTF-8"));

    private CharsetNames() {}

    /** The charset, or null where nobody knows the name. */
    static @Nullable Charset find(String name) {
        String known = name.strip().toLowerCase(Locale.ROOT);
        try {
            return known.isEmpty() ? null : Charset.forName(READ_AS.getOrDefault(known, known));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownName) {
            return null;
        }
    }
}
