package newsloom.cleaner.extract.decode;

import java.nio.charset.Charset;

/** How much of some bytes is no character in a charset. */
final class BrokenBytes {

    private static final double MAX_SHARE = 0.02;

    private BrokenBytes() {}

    /** Whether hardly any byte beyond ASCII, under a fiftieth, or only one gives no character or one that no text has. */
    static boolean few(byte[] bytes, Charset charset) {
        int beyond = 0;
        for (byte b : bytes) {
            beyond += b < 0 ? 1 : 0;
        }
        String text = new String(bytes, charset);
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c >= '\u0080' && c <= '\u009f') || c == 0) {
                broken++;
            }
        }
        return broken <= 1 || broken < MAX_SHARE * Math.max(beyond, text.length() / 50);
    }
}
