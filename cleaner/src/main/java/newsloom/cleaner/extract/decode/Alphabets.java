package newsloom.cleaner.extract.decode;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The letters beyond ASCII that languages in Latin letters are written with where the Western European charsets lack some of them. All charsets of one byte read nearly
 * any bytes as letters, so only the language tells which are meant.
 */
final class Alphabets {

    private static final List<Charset> CHARSETS = List.of(
            Charset.forName("windows-1250"),
            Charset.forName("ISO-8859-2"),
            Charset.forName("windows-1254"),
            Charset.forName("windows-1257"),
            Charset.forName("ISO-8859-4"),
            Charset.forName("ISO-8859-16"));

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("pl", "ąćęłńóśźż"),
            Map.entry("cs", "áčďéěíňóřšťúůýž"),
            Map.entry("sk", "áäčďéíĺľňóôŕšťúýž"),
            Map.entry("hu", "áéíóöőúüű"),
            Map.entry("ro", "ăâîșțşţ"),
            Map.entry("hr", "čćđšž"),
            Map.entry("bs", "čćđšž"),
            Map.entry("sr", "čćđšž"),
            Map.entry("sl", "čšžćđ"),
            Map.entry("tr", "çğıiöşüâî"),
            Map.entry("az", "çğıiöşü"),
            Map.entry("lt", "ąčęėįšųūž"),
            Map.entry("lv", "āčēģīķļņšūž"),
            Map.entry("et", "äõöüšž"));

    private static final int MIN_LETTERS = 8;
    private static final double MOST = 0.95;
    private static final double CLEARLY_MORE = 0.1;

    private Alphabets() {}

    /**
     * The charset in which nearly all letters of the bytes are letters of the language, where they are clearly fewer in the one that was told; else that one.
     *
     * @param language two letters, as the page names it; may be empty
     */
    static Charset charset(Charset told, byte[] foreign, String language) {
        String letters = LETTERS.get(language);
        if (letters == null) {
            return told;
        }
        double least = Math.max(MOST, share(foreign, told, letters) + CLEARLY_MORE);
        return CHARSETS.stream()
                .filter(charset -> share(foreign, charset, letters) >= least)
                .max(Comparator.comparingDouble(charset -> share(foreign, charset, letters)))
                .orElse(told);
    }

    /** Share of the letters beyond ASCII that are the language's, 0 where there are too few; superscripts and the like in words count as foreign ones. */
    private static double share(byte[] foreign, Charset charset, String letters) {
        String text = new String(foreign, charset);
        int own = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f && (Character.isLetter(c) || inWord(text, i))) {
                all++;
                own += letters.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
            }
        }
        return all < MIN_LETTERS ? 0 : (double) own / all;
    }

    private static boolean inWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }
}
