package newsloom.text.tokens;

import java.text.Normalizer;
import java.util.BitSet;

/**
 * Unicode's compatibility form of a text (NFKC, Unicode Standard Annex 15), at the cost of a look at each character where a text is in it already, as most are.
 *
 * <p>Stateless, so safe for any thread.
 */
public final class CompatibilityForm {
    private static final int FIRST_JAMO = 0x1100;
    private static final int LAST_JAMO = 0x11ff;

    /** Characters that stay as they are whatever stands beside them. */
    private static final BitSet STABLE = stable();

    private CompatibilityForm() {}

    /** The text in NFKC; the same object where nothing changes. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!STABLE.get(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static BitSet stable() {
        var stable = new BitSet(Character.MAX_VALUE + 1);
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            stable.set(c, !meetsOthers(c) && Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKC));
        }
        return stable;
    }

    /** Half of a pair, or what may be put together with the character before it: marks and the parts of Korean syllables. */
    private static boolean meetsOthers(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> FIRST_JAMO <= c && c <= LAST_JAMO;
        };
    }
}
