package newsloom.cleaner.extract.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.text.language.LanguageDetector;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. A byte order mark wins; then what the caller, the HTTP header and the page's own {@code meta} say, in this order, but for what servers say by default, which comes last, each believed
 * only when the bytes make sense in it and none else is clearly likelier, or writes the page's language better ({@link Alphabets}); then {@link CharsetGuess}. Never fails: what cannot be read becomes U+FFFD.
 */
public final class PageDecoder {

    private static final int META_BYTES = 8 << 10;
    /** Beginnings of the names of charsets in which the signs that tags are made of stand for nothing else. */
    private static final List<String> ASCII_TAGS = List.of(
            "UTF-8", "windows-", "ISO-8859-", "KOI8-", "GB18030", "x-windows-949", "Big5", "EUC-", "x-windows-874");

    /** What servers and editors say where nobody has set anything. */
    private static final Set<String> DEFAULTS = Set.of("windows-1252", "ISO-8859-1");

    private static final Charset JAPANESE_MAIL = Charset.forName("ISO-2022-JP");
    private static final int ESCAPE = 0x1b;
    private static final int UTF16_BYTES = 1 << 10;
    private static final String UTF16_SIGNS = "<> \n";
    /** At least every sixth character of the first ones is ASCII in a page. */
    private static final int UTF16_ASCII = 6;
    /** The commonest Chinese character has a zero byte, too, on the other side than ASCII has. */
    private static final int UTF16_CLEARLY = 8;

    /** Other charsets than UTF-8 hardly ever look like it, even in a fifth of their letters. */
    private static final int UTF8_FOR_EACH_BROKEN = 4;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LANGUAGE = Pattern.compile(
            "(?:<html[^>]{0,600}?\\s(?:xml:)?lang\\s*=|<meta[^>]{0,100}?content-language[\"'][^>]{0,60}?content\\s*=)\\s*[\"']?\\s*([A-Za-z]{2})\\b",
            Pattern.CASE_INSENSITIVE);

    /** Between tags, and no script or style sheet. */
    private static final Pattern RUN = Pattern.compile(">([^<>{}=;]{40,})<");

    private static final int HEARD_BYTES = 1 << 18;
    private static final int HEARD_CHARS = 1_200;
    private static final LanguageDetector LANGUAGES = new LanguageDetector();

    private PageDecoder() {}

    /** The page's characters, without a byte order mark; at most {@code maxBytes} bytes are read. */
    public static String decode(RawPage page, int maxBytes) {
        int length = Math.min(page.body().length, maxBytes);
        return unmarked(new String(page.body(), 0, length, charset(page, length)));
    }

    /** The page's characters without what {@link LeanHtml} leaves out. */
    public static String lean(RawPage page, int maxBytes, int maxTags) {
        return lean(page, maxBytes, maxTags, LeanHtml::of);
    }

    /** The same with what its scripts say. */
    public static String leanWithScripts(RawPage page, int maxBytes, int maxTags) {
        return lean(page, maxBytes, maxTags, LeanHtml::withScripts);
    }

    /** Cuts a page down to what is read of it. */
    private interface Leaner {

        LeanHtml of(byte[] html, int length, int maxTags);
    }

    private static String lean(RawPage page, int maxBytes, int maxTags, Leaner leaner) {
        int length = Math.min(page.body().length, maxBytes);
        Charset charset = charset(page, length);
        if (asciiTags(charset)) {
            return text(leaner.of(page.body(), length, maxTags), charset);
        }
        byte[] utf8 = new String(page.body(), 0, length, charset).getBytes(StandardCharsets.UTF_8);
        return text(leaner.of(utf8, utf8.length, maxTags), StandardCharsets.UTF_8);
    }

    private static String text(LeanHtml lean, Charset charset) {
        return unmarked(new String(lean.bytes(), 0, lean.size(), charset));
    }

    private static boolean asciiTags(Charset charset) {
        return ASCII_TAGS.stream().anyMatch(charset.name()::startsWith);
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(RawPage page, int length) {
        byte[] body = page.body();
        Charset marked = byteOrderMark(body, length);
        if (marked != null) {
            return marked;
        }
        List<Charset> allTold = told(page, length);
        Charset wide = allTold.stream().anyMatch(told -> told.name().startsWith("UTF-16")) ? utf16(body, length) : null;
        if (wide != null) {
            return wide;
        }
        boolean utf8 = isUtf8(body, length);
        if (utf8 && !allTold.isEmpty() && allTold.get(0).equals(StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8; // as nearly all pages say and are
        }
        byte[] foreign = ForeignBytes.of(body, length);
        CharsetGuess guess = new CharsetGuess(foreign);
        for (Charset told : allTold) {
            if (plausible(told, foreign, utf8) && (told.equals(StandardCharsets.UTF_8) || !guess.speaksAgainst(told))) {
                return DEFAULTS.contains(told.name()) ? written(told, foreign, page, length) : told;
            }
        }
        if (utf8) {
            return japaneseMail(body, length) ? JAPANESE_MAIL : StandardCharsets.UTF_8;
        }
        Charset likeliest = guess.likeliest();
        return likeliest.equals(StandardCharsets.UTF_8) ? likeliest : written(likeliest, foreign, page, length);
    }

    /** The charset that writes the page's language, where that is clearly not the one that was told or guessed. */
    private static Charset written(Charset charset, byte[] foreign, RawPage page, int length) {
        String named = language(page, length);
        String language = named.isEmpty()
                ? LANGUAGES.detect(runningText(page, length, charset), null).code()
                : named;
        return Alphabets.charset(charset, foreign, language);
    }

    /** Some of the page's running text, without its markup as far as signs tell: enough to hear the language. */
    private static String runningText(RawPage page, int length, Charset charset) {
        String text = new String(page.body(), 0, Math.min(length, HEARD_BYTES), charset);
        if (page.plainText()) {
            return text;
        }
        StringBuilder running = new StringBuilder();
        Matcher run = RUN.matcher(text);
        while (running.length() < HEARD_CHARS && run.find()) {
            running.append(run.group(1)).append(' ');
        }
        return running.toString();
    }

    private static List<Charset> told(RawPage page, int length) {
        List<Charset> told = new ArrayList<>();
        addNamed(told, page.charset());
        addNamed(told, first(CHARSET, page.contentType() == null ? "" : page.contentType()));
        if (!page.plainText()) {
            addNamed(told, first(META_CHARSET, head(page, length)));
        }
        told.sort(Comparator.comparing(charset -> DEFAULTS.contains(charset.name()))); // any other one says more
        return told;
    }

    private static String head(RawPage page, int length) {
        return new String(page.body(), 0, Math.min(length, META_BYTES), StandardCharsets.ISO_8859_1);
    }

    /** What the page calls its language; empty when it does not. */
    private static String language(RawPage page, int length) {
        String named = page.plainText() ? null : first(LANGUAGE, head(page, length));
        return named == null ? "" : named.toLowerCase(Locale.ROOT);
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

    /** Text that is UTF-8 with characters beyond ASCII is hardly ever anything else, whatever was declared. */
    private static boolean plausible(Charset told, byte[] foreign, boolean utf8) {
        if (told.equals(StandardCharsets.UTF_8)) {
            return utf8 || BrokenBytes.few(foreign, told);
        }
        if (utf8 && foreign.length > 0) {
            return false;
        }
        return !told.name().startsWith("UTF-") && BrokenBytes.few(foreign, told);
    }

    /** Seven bits, and an escape sequence that switches to double bytes. */
    private static boolean japaneseMail(byte[] bytes, int length) {
        int at = ByteSearch.next(bytes, ESCAPE, 0, length);
        return at + 2 < length && bytes[at + 1] == '$' && (bytes[at + 2] == 'B' || bytes[at + 2] == '@');
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

    /** Told by its mark, or by the ASCII signs of the markup, which have a zero byte before or behind them in UTF-16. */
    private static @Nullable Charset byteOrderMark(byte[] bytes, int length) {
        int first = length > 0 ? bytes[0] & 0xff : -1;
        int second = length > 1 ? bytes[1] & 0xff : -1;
        if (first == 0xEF && second == 0xBB) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return unmarkedUtf16(bytes, Math.min(length, UTF16_BYTES));
    }

    /**
     * Of a page that is told to be in UTF-16: the order of bytes in which more characters are spaces, line ends and brackets of tags, whatever was told of it; null where none is in either. Only
     * these tell: the other bytes of the commonest Chinese character are those of an N.
     */
    private static @Nullable Charset utf16(byte[] bytes, int length) {
        int big = 0;
        int little = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            big += bytes[i] == 0 && UTF16_SIGNS.indexOf(bytes[i + 1]) >= 0 ? 1 : 0;
            little += bytes[i + 1] == 0 && UTF16_SIGNS.indexOf(bytes[i]) >= 0 ? 1 : 0;
        }
        if (big == little) {
            return null;
        }
        return little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static @Nullable Charset unmarkedUtf16(byte[] bytes, int length) {
        if (ByteSearch.next(bytes, 0, 0, length) == length) {
            return null; // as for nearly all pages
        }
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int many = length / 2 / UTF16_ASCII;
        if (length < 2 * UTF16_ASCII || Math.max(zeros[0], zeros[1]) < many) {
            return null;
        }
        if (Math.min(zeros[0], zeros[1]) * UTF16_CLEARLY > Math.max(zeros[0], zeros[1])) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
