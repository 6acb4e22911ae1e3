package newsloom.cleaner.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. A byte order mark wins; then what the caller, the HTTP header and the page's own {@code meta} say, in this order, but for what servers say by default, which comes last, each believed
 * only when the bytes make sense in it; then {@link CharsetGuess}. Never fails: what cannot be read becomes U+FFFD.
 */
final class PageDecoder {

    private static final int META_BYTES = 8 << 10;
    private static final int SAMPLE_BYTES = 64 << 10;
    /** Beginnings of the names of charsets in which the signs that tags are made of stand for nothing else. */
    private static final List<String> ASCII_TAGS = List.of(
            "UTF-8", "windows-", "ISO-8859-", "KOI8-", "GB18030", "x-windows-949", "Big5", "EUC-", "x-windows-874");

    /** What servers and editors say where nobody has set anything. */
    private static final Set<String> DEFAULTS = Set.of("windows-1252", "ISO-8859-1");

    private static final double MAX_BROKEN_SHARE = 0.02;
    /** Other charsets than UTF-8 hardly ever look like it, even in a fifth of their letters. */
    private static final int UTF8_FOR_EACH_BROKEN = 4;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private PageDecoder() {}

    /** The page's characters, without a byte order mark; at most {@code maxBytes} bytes are read. */
    static String decode(RawPage page, int maxBytes) {
        int length = Math.min(page.body().length, maxBytes);
        ByteBuffer bytes = ByteBuffer.wrap(page.body(), 0, length);
        return unmarked(new String(page.body(), 0, length, charset(page, bytes)));
    }

    /** The page's characters without what {@link LeanHtml} leaves out, if its charset allows that. */
    static String lean(RawPage page, int maxBytes) {
        int length = Math.min(page.body().length, maxBytes);
        Charset charset = charset(page, ByteBuffer.wrap(page.body(), 0, length));
        if (!asciiTags(charset)) {
            return unmarked(new String(page.body(), 0, length, charset));
        }
        LeanHtml lean = LeanHtml.of(page.body(), length);
        return unmarked(new String(lean.bytes(), 0, lean.size(), charset));
    }

    private static boolean asciiTags(Charset charset) {
        return ASCII_TAGS.stream().anyMatch(charset.name()::startsWith);
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(RawPage page, ByteBuffer bytes) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            return marked;
        }
        boolean utf8 = isUtf8(page.body(), bytes.limit());
        for (Charset told : told(page, bytes)) {
            if (plausible(told, bytes, utf8)) {
                return told;
            }
        }
        return CharsetGuess.of(page.body(), bytes.limit(), utf8);
    }

    private static List<Charset> told(RawPage page, ByteBuffer bytes) {
        List<Charset> told = new ArrayList<>();
        addNamed(told, page.charset());
        addNamed(told, first(CHARSET, page.contentType() == null ? "" : page.contentType()));
        if (!page.plainText()) {
            String head = StandardCharsets.ISO_8859_1
                    .decode(bytes.duplicate().limit(Math.min(bytes.limit(), META_BYTES)))
                    .toString();
            addNamed(told, first(META_CHARSET, head));
        }
        told.sort(Comparator.comparing(charset -> DEFAULTS.contains(charset.name()))); // any other one says more
        return told;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static void addNamed(List<Charset> charsets, @Nullable String name) {
        Charset named = name == null ? null : CharsetNames.find(name);
        if (named != null) {
            charsets.add(named);
        }
    }

    /** Text that is UTF-8 with characters beyond ASCII is hardly ever anything else, whatever single-byte charset was declared. */
    private static boolean plausible(Charset told, ByteBuffer bytes, boolean utf8) {
        if (told.equals(StandardCharsets.UTF_8)) {
            return utf8 || brokenShare(told, bytes) < MAX_BROKEN_SHARE;
        }
        if (told.newDecoder().maxCharsPerByte() == 1f && told.newDecoder().averageCharsPerByte() == 1f && utf8) {
            return !beyondAscii(bytes);
        }
        return brokenShare(told, bytes) < MAX_BROKEN_SHARE;
    }

    /** Share of the bytes beyond ASCII that give no character. */
    private static double brokenShare(Charset charset, ByteBuffer bytes) {
        ByteBuffer sample = bytes.duplicate().limit(Math.min(bytes.limit(), SAMPLE_BYTES));
        int beyond = 0;
        for (int i = 0; i < sample.limit(); i++) {
            if (sample.get(i) < 0) {
                beyond++;
            }
        }
        CharBuffer text = charset.decode(sample);
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c >= '\u0080' && c <= '\u009f') || c == 0) {
                broken++;
            }
        }
        return broken <= 1 ? 0 : (double) broken / Math.max(1, Math.max(beyond, text.length() / 50));
    }

    /** Whether lead bytes have their continuation bytes, but for a few broken ones; a page cut in the middle of a character is still UTF-8. */
    private static boolean isUtf8(byte[] all, int end) {
        int whole = 0;
        int broken = 0;
        for (int i = ByteSearch.beyondAscii(all, 0, end); i < end; i = ByteSearch.beyondAscii(all, i + 1, end)) {
            int last = lastOfCharacter(all, i, end);
            if (last == i) {
                broken++;
            } else {
                whole++;
                i = Math.min(last, end - 1);
            }
        }
        return broken * UTF8_FOR_EACH_BROKEN <= whole;
    }

    /** Where the character ends that begins with this byte, maybe behind the end of the page; the same place if it is none. */
    private static int lastOfCharacter(byte[] all, int lead, int end) {
        int last = lead + continuations(all[lead] & 0xff);
        for (int i = lead + 1; i <= last && i < end; i++) {
            if ((all[i] & 0xC0) != 0x80) {
                return lead;
            }
        }
        return last;
    }

    /** How many bytes follow a lead byte; none for a byte that is no lead byte. */
    private static int continuations(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    private static boolean beyondAscii(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Charset byteOrderMark(ByteBuffer bytes) {
        int first = bytes.limit() > 0 ? bytes.get(0) & 0xff : -1;
        int second = bytes.limit() > 1 ? bytes.get(1) & 0xff : -1;
        if (first == 0xEF && second == 0xBB) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFF && second == 0xFE ? StandardCharsets.UTF_16LE : null;
    }
}
