package newsloom.cleaner.dedupe;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text says that it is somebody else's: an agency in its dateline ("LONDON, March 14 (Agency) –") or byline, or a line of credit at its end ("This article originally
 * appeared on …", "With inputs from …", "Source: …", "© 2026 …"). A site that names itself credits nobody. Looks at the first 160 characters and the last two paragraphs. Stateless.
 */
public final class Credits {

    private static final int DATELINE = 160;
    private static final int LAST_PARAGRAPHS = 2;
    private static final int LONGEST_CREDIT = 240;

    private static final Pattern IN_DATELINE =
            Pattern.compile("^[^\\n().]{2,60}\\((?<name>\\p{Lu}[\\p{L}\\p{N} .&'’-]{1,40})\\)\\s*[-–—:]");

    /** A sentence that hands the text to its source, in the languages met most often. */
    private static final Pattern AT_THE_END = Pattern.compile(
            "(?iu)^\\W*(?:(?:this|the) (?:article|story|post|piece|report)[^.]{0,20}? (?:originally|first) (?:appeared|published|ran)"
                    + "|(?:originally|first) (?:published|appeared|posted)|(?:story|article|copy)[^.]{0,20} published from a"
                    + "|this story has been published from|with (?:inputs|input|files|reporting|material|agency inputs) (?:from|by)"
                    + "|(?:courtesy of|distributed by|provided by|syndicated from)\\s"
                    + "|(?:source|via|quelle|fuente|fonte|bron|källa|kilde|lähde|źródło|zdroj|kaynak|источник|джерело|来源|來源|出典|配信元)\\s*[:：]"
                    + "|(?:copyright|©|\\(c\\))\\s*(?:\\d{4})?)(?<name>.{0,120})");

    /** "— Agency" as a paragraph of its own. */
    private static final Pattern SIGNATURE =
            Pattern.compile("^[-–—]{1,2}\\s*(?<name>\\p{Lu}[\\p{L}\\p{N} .&'’/-]{1,30})$");

    private static final Pattern AGENCIES = Pattern.compile(
            "(?u)\\b(?:Reuters|Associated Press|Agence France-Presse|AFP|Press Association|PA Media|PTI|dpa|EFE|ANSA|"
                    + "TASS|ТАСС|РИА Новости|Интерфакс|Xinhua|新华社|共同社|Kyodo|Yonhap|IANS|ANI|APA|Belga|TT Nyhetsbyrån|Anadolu)\\b");

    private Credits() {}

    /**
     * Whether somebody else is credited.
     *
     * @param text paragraphs separated by an empty line
     * @param byline who is named as author; may be empty
     * @param site registrable domain the text was found on; may be empty
     * @param publisher name of the site, where it is known
     */
    public static boolean another(String text, String byline, String site, @Nullable String publisher) {
        var dateline = IN_DATELINE.matcher(text.substring(0, Math.min(DATELINE, text.length())));
        if (dateline.find() && isForeign(dateline.group("name"), site, publisher)) {
            return true;
        }
        return (AGENCIES.matcher(byline).find() && isForeign(byline, site, publisher))
                || atTheEnd(text, site, publisher);
    }

    private static boolean atTheEnd(String text, String site, @Nullable String publisher) {
        int end = text.length();
        for (int n = 0; n < LAST_PARAGRAPHS && end > 0; n++) {
            int from = text.lastIndexOf("\n\n", end - 1);
            String paragraph = text.substring(from < 0 ? 0 : from, end).strip();
            if (paragraph.length() <= LONGEST_CREDIT && isCredit(paragraph, site, publisher)) {
                return true;
            }
            end = from;
        }
        return false;
    }

    private static boolean isCredit(String paragraph, String site, @Nullable String publisher) {
        var credit = AT_THE_END.matcher(paragraph);
        var signature = SIGNATURE.matcher(paragraph);
        return (credit.find() && isForeign(credit.group("name"), site, publisher))
                || (signature.find() && isForeign(signature.group("name"), site, publisher));
    }

    private static boolean isForeign(String name, String site, @Nullable String publisher) {
        String letters = letters(name);
        int dot = site.indexOf('.');
        String label = letters(dot < 0 ? site : site.substring(0, dot));
        String house = publisher == null ? "" : letters(publisher);
        return !(isWithin(label, letters) || isWithin(house, letters));
    }

    private static boolean isWithin(String name, String letters) {
        return !name.isEmpty() && (letters.contains(name) || (letters.length() > 2 && name.contains(letters)));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
