package newsloom.aggregator.story.sketch;

import java.text.BreakIterator;
import java.util.Locale;

/** The first sentences of a text, for people. */
public final class Lead {
    private static final int MAX_SENTENCES = 3;

    private Lead() {}

    /** One to three whole sentences of the first paragraph, without its {@link Dateline}, within {@code max} characters; a longer first one is cut with an ellipsis. */
    public static String of(String text, int max) {
        String paragraph = text.strip();
        int end = paragraph.indexOf("\n");
        paragraph = Dateline.cutFrom((end < 0 ? paragraph : paragraph.substring(0, end)).strip());
        if (paragraph.isEmpty()) {
            return "";
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(paragraph.substring(0, Math.min(paragraph.length(), 4 * max)));
        int kept = 0;
        for (int i = 0; i < MAX_SENTENCES; i++) {
            int next = sentences.next();
            if (next == BreakIterator.DONE || next > max) {
                break;
            }
            kept = next;
        }
        return kept > 0 ? paragraph.substring(0, kept).strip() : cutAtWord(paragraph, max);
    }

    private static String cutAtWord(String paragraph, int max) {
        if (paragraph.length() <= max) {
            return paragraph;
        }
        int space = paragraph.lastIndexOf(' ', max - 1);
        int at = space > max / 2 ? space : max - 1;
        return paragraph.substring(0, Character.isHighSurrogate(paragraph.charAt(at - 1)) ? at - 1 : at) + "\u2026";
    }
}
