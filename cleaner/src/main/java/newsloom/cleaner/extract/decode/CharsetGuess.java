package newsloom.cleaner.extract.decode;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.lang.Character.UnicodeBlock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charset of bytes of which nobody says anything that fits: by what only one charset does, else by ICU's statistics. For one page, not thread-safe. */
final class CharsetGuess {

    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final Charset ARABIC = Charset.forName("windows-1256");
    /** No-break space, non-joiner and quotes. */
    private static final String ARABIC_SIGNS = "\u00a0\u200c«»";

    private static final BitSet IN_ARABIC = inArabic();
    private static final double ALL = 0.97;
    private static final int MIN_THAI_BYTES = 60;
    private static final double MIN_THAI_MARKS = 0.08;
    private static final double MIN_THAI_CONSONANTS = 0.2;
    private static final double MAX_BEFORE_LATIN = 0.1;
    private static final int MIN_BYTES = 48;
    private static final int SURE = 25;
    private static final int CLEARLY_MORE = 25;
    private static final double NEARLY_ALL = 0.9;

    /** A charset with ICU's confidence in it, 0 to 100. */
    private record Match(Charset charset, int confidence) {}

    private final byte[] sample;
    private @Nullable List<Match> matches;

    /** @param sample what {@link ForeignBytes} found on the page */
    CharsetGuess(byte[] sample) {
        this.sample = sample;
    }

    private static BitSet inArabic() {
        BitSet bytes = new BitSet();
        for (int b = 0x80; b < 0x100; b++) {
            char c = new String(new byte[] {(byte) b}, ARABIC).charAt(0);
            bytes.set(b, UnicodeBlock.of(c).equals(UnicodeBlock.ARABIC) || ARABIC_SIGNS.indexOf(c) >= 0);
        }
        return bytes;
    }

    /** The likeliest charset in which the bytes make sense; UTF-8 where there is nothing to go by. */
    Charset likeliest() {
        Charset certain = certain();
        if (certain != null) {
            return certain;
        }
        return matches().stream()
                .map(Match::charset)
                .filter(this::makesSense)
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    /** Whether the bytes are not in the charset that was told, however it was: they make no sense in it, or those of another script or charset of two bytes are much likelier. */
    boolean speaksAgainst(Charset told) {
        if (Gibberish.is(sample, told)) {
            return makesSense(likeliest());
        }
        return !latin(told) && clearlyOther(told);
    }

    private boolean clearlyOther(Charset told) {
        if (beyondAscii() < MIN_BYTES) {
            return false;
        }
        Charset certain = certain();
        if (certain != null) {
            return !alike(certain, told);
        }
        if (told.equals(THAI) || matches().isEmpty()) {
            return false; // of Thai, the statistics know nothing
        }
        Match best = matches().get(0);
        if (best.confidence() < SURE || alike(best.charset(), told) || !makesSense(best.charset())) {
            return false;
        }
        return matches().stream()
                .filter(match -> alike(match.charset(), told))
                .allMatch(match -> match.confidence() + CLEARLY_MORE <= best.confidence());
    }

    /** Whether the two read these bytes as the same text, or nearly so. */
    private boolean alike(Charset one, Charset other) {
        if (one.equals(other)) {
            return true;
        }
        String first = new String(sample, one);
        String second = new String(sample, other);
        if (first.length() != second.length()) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < first.length(); i++) {
            same += first.charAt(i) >= 0x80 && first.charAt(i) == second.charAt(i) ? 1 : 0;
        }
        return same >= NEARLY_ALL * beyondAscii();
    }

    private static boolean latin(Charset charset) {
        return singleByte(charset) && charset.newEncoder().canEncode('ö');
    }

    private static boolean singleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1f;
    }

    private boolean makesSense(Charset charset) {
        return BrokenBytes.few(sample, charset) && !Gibberish.is(sample, charset);
    }

    /** What the statistics do not know, or not in all its languages. */
    private @Nullable Charset certain() {
        return thai() ? THAI : arabic() ? ARABIC : null;
    }

    /** Nothing but letters and signs of Arabic writing, in whatever language: where they have their places, other charsets have letters that are Latin here. */
    private boolean arabic() {
        int arabic = 0;
        for (byte b : sample) {
            arabic += b < 0 && IN_ARABIC.get(b & 0xff) ? 1 : 0;
        }
        return arabic >= MIN_BYTES && arabic >= ALL * beyondAscii();
    }

    /**
     * Nothing but Thai letters beyond ASCII, consonants, vowels and tones above and below among them as Thai has them. Other charsets use the gaps of this one all the time, but for Hebrew ones, whose letters are all
     * where Thai has its last vowels, tones and digits, and those of Russian under DOS, none of which is where Thai has all but its first consonants; and a short text in Big5, where ASCII's letters are second bytes.
     */
    private boolean thai() {
        int beyond = 0;
        int marks = 0;
        int consonants = 0;
        int beforeLatin = 0;
        for (int at = ByteSearch.beyondAscii(sample, 0, sample.length);
                at < sample.length;
                at = ByteSearch.beyondAscii(sample, at + 1, sample.length)) {
            int c = sample[at] & 0xff;
            boolean punctuation = c >= 0x80 && c <= 0xa0; // of windows-874
            if (!punctuation && (c > 0xfb || (c > 0xda && c < 0xdf))) {
                return false;
            }
            beyond += punctuation ? 0 : 1;
            marks += c == 0xd1 || (c >= 0xd4 && c <= 0xda) || (c >= 0xe7 && c <= 0xee) ? 1 : 0;
            consonants += c >= 0xb0 && c <= 0xce ? 1 : 0;
            beforeLatin += at + 1 < sample.length && sample[at + 1] >= '@' ? 1 : 0;
        }
        return beyond >= MIN_THAI_BYTES
                && marks >= MIN_THAI_MARKS * beyond
                && consonants >= MIN_THAI_CONSONANTS * beyond
                && beforeLatin <= MAX_BEFORE_LATIN * beyond;
    }

    private int beyondAscii() {
        int beyond = 0;
        for (byte b : sample) {
            beyond += b < 0 ? 1 : 0;
        }
        return beyond;
    }

    /** Without the wide charsets: a page without a mark or zero bytes is in none of them, whatever the statistics say. */
    private List<Match> matches() {
        if (matches == null) {
            matches = new ArrayList<>();
            CharsetDetector detector = new CharsetDetector();
            detector.enableInputFilter(true); // markup says nothing about the charset
            for (CharsetMatch match : detector.setText(sample).detectAll()) {
                Charset charset = CharsetNames.find(match.getName());
                if (charset != null
                        && !charset.name().startsWith("UTF-16")
                        && !charset.name().startsWith("UTF-32")) {
                    matches.add(new Match(charset, match.getConfidence()));
                }
            }
        }
        return matches;
    }
}
