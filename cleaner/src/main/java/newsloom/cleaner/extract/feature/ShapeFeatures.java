package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.words.TextShape;

/** What a passage looks like by itself: its length, words and signs, and the set phrases in it. */
public final class ShapeFeatures {

    private static final String QUOTES = "\"“„«»'‘「『";
    private static final List<Notices> NOTICES = List.of(Notices.values());
    private static final int MAX_NOTICE_WORDS = 60;
    private static final int MAX_DATED_WORDS = 20;
    private static final int MAX_DATE_WORDS = 8;

    private ShapeFeatures() {}

    /** The notices of a passage as bits; long texts are not looked at. */
    public static int notices(Passage passage) {
        return passage.shape().words() <= MAX_NOTICE_WORDS ? Notices.in(passage.text()) : 0;
    }

    static void fill(FeatureRow row, Passage passage, int notices) {
        TextShape shape = passage.shape();
        String text = passage.text();
        double words = Math.max(1, shape.words());
        row.put("words", shape.words());
        row.put("chars", shape.chars());
        row.put("letters a word", shape.chars() / words);
        row.put("capitalised", shape.capitalised() / words);
        row.put("short words", shape.shortWords() / words);
        row.put("digits", shape.digits() / (double) Math.max(1, shape.chars()));
        row.put("commas", shape.commas() / words);
        row.put("sentences", shape.sentences());
        row.put("words a sentence", words / Math.max(1, shape.sentences()));
        row.put("ends sentence", shape.sentenceEnd());
        row.put("good", passage.good());
        row.put("kind", kind(passage));
        row.put("last sign", lastSign(text));
        row.put("first sign", firstSign(text));
        row.put("upper case", shape.words() > 1 && allUpperCase(text));
        row.put("bars", text.contains(" | ") || text.contains(" · ") || text.contains(" • "));
        phrases(row, passage, notices);
    }

    /** How much it looks like an article: -1 for nothing at all, entry of a menu, short, medium, sentence, running text. */
    static int kind(Passage passage) {
        if (passage.good()) {
            return 4;
        }
        if (passage.listed()) {
            return 0;
        }
        if (passage.shape().sentenceEnd()) {
            return 3;
        }
        return passage.shape().words() >= 5 ? 2 : 1;
    }

    private static boolean allUpperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lastSign(String text) {
        char last = text.charAt(text.length() - 1);
        if (last == ':' || last == '\uff1a') {
            return 3;
        }
        if (text.endsWith("...") || last == '…' || text.endsWith("[…]")) {
            return 2;
        }
        return Character.isLetterOrDigit(last) ? 0 : 1;
    }

    private static int firstSign(String text) {
        char first = text.charAt(0);
        if (QUOTES.indexOf(first) >= 0) {
            return 3;
        }
        if (Character.isLowerCase(first)) {
            return 2;
        }
        return Character.isLetter(first) ? 1 : Character.isDigit(first) ? 0 : -1;
    }

    private static void phrases(FeatureRow row, Passage passage, int notices) {
        for (Notices notice : NOTICES) {
            row.put(notice.label(), notice.howMuchOf(notices));
        }
        TextShape shape = passage.shape();
        boolean dated =
                shape.digits() >= 4 && shape.words() <= MAX_DATED_WORDS && DateText.mentionsDate(passage.text());
        row.put("dated", dated ? shape.words() <= MAX_DATE_WORDS ? 2 : 1 : 0);
    }
}
