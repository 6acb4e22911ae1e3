package newsloom.cleaner.extract.select;

import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.notice.PictureCredits;
import newsloom.cleaner.extract.notice.RiskNotices;
import newsloom.cleaner.extract.notice.WallNotices;
import newsloom.cleaner.extract.page.Passage;
import org.jspecify.annotations.Nullable;

/** Paragraphs that stand between an article's and are none of it, by what they say. */
final class OutsideText {

    private static final int MAX_AFTERWORD_WORDS = 8;

    private OutsideText() {}

    /** The rule that keeps the paragraph out; null where there is none. */
    static @Nullable Rule of(Passage passage) {
        int words = passage.shape().words();
        String text = passage.text();
        if (PictureCredits.is(text, words)) {
            return Rule.PICTURE_CREDIT;
        }
        Rule away = LeadsAway.rule(text, words);
        if (away != null) {
            return away;
        }
        if (afterword(text, words)) {
            return Rule.AFTERWORD;
        }
        if (CountedPictures.count(passage)) {
            return Rule.PICTURE_COUNT;
        }
        if (WallNotices.is(text, words)) {
            return Rule.WALL_NOTICE;
        }
        return RiskNotices.is(text, words) ? Rule.RISK_NOTICE : null;
    }

    /** Says nothing but what stands above links to other articles, comments and the like. */
    private static boolean afterword(String text, int words) {
        return words <= MAX_AFTERWORD_WORDS && (Notices.in(text) & Notices.AFTERWORD.whole()) != 0;
    }
}
