package newsloom.cleaner.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The charset of bytes of which nobody says anything that fits: by what only one charset does, else by ICU's statistics. Thread-safe. */
final class CharsetGuess {

    private static final Charset JAPANESE_MAIL = Charset.forName("ISO-2022-JP");
    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final int ESCAPE = 0x1b;
    private static final int SAMPLE_BYTES = 64 << 10;
    private static final int MIN_THAI_BYTES = 60;
    private static final double MIN_THAI_MARKS = 0.08;
    private static final double MIN_THAI_CONSONANTS = 0.3;
    private static final double MAX_BEFORE_LATIN = 0.1;

    private CharsetGuess() {}

    /**
     * Never fails; UTF-8 where there is nothing to go by.
     *
     * @param utf8 whether the bytes are valid UTF-8
     */
    static Charset of(byte[] bytes, int length, boolean utf8) {
        if (utf8) {
            return japaneseMail(bytes, length) ? JAPANESE_MAIL : StandardCharsets.UTF_8;
        }
        byte[] sample = Arrays.copyOf(bytes, Math.min(length, SAMPLE_BYTES));
        return thai(sample) ? THAI : Optional.ofNullable(byStatistics(sample)).orElse(StandardCharsets.UTF_8);
    }

    /** Seven bits, and an escape sequence that switches to double bytes. */
    private static boolean japaneseMail(byte[] bytes, int length) {
        int at = ByteSearch.next(bytes, ESCAPE, 0, length);
        return at + 2 < length && bytes[at + 1] == '$' && (bytes[at + 2] == 'B' || bytes[at + 2] == '@');
    }

    /**
     * Nothing but Thai letters beyond ASCII, consonants, vowels and tones above and below among them as Thai has them. Other charsets use the gaps of this one all the time, but for Hebrew ones, whose letters are all
     * where Thai has its last vowels, tones and digits, and a short text in Big5, where ASCII's letters are second bytes.
     */
    private static boolean thai(byte[] sample) {
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
            consonants += c >= 0xa1 && c <= 0xce ? 1 : 0;
            beforeLatin += at + 1 < sample.length && sample[at + 1] >= '@' ? 1 : 0;
        }
        return beyond >= MIN_THAI_BYTES
                && marks >= MIN_THAI_MARKS * beyond
                && consonants >= MIN_THAI_CONSONANTS * beyond
                && beforeLatin <= MAX_BEFORE_LATIN * beyond;
    }

    private static @Nullable Charset byStatistics(byte[] sample) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true); // markup says nothing about the charset
        CharsetMatch match = detector.setText(sample).detect();
        return match == null ? null : CharsetNames.find(match.getName());
    }
}
