package newsloom.cleaner.extract.feature;

import java.util.List;
import java.util.function.ToIntFunction;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.page.TextLine;

/** What stands near a line, counted: bullets, dates, set phrases, words with capitals; and how much of the whole page is running text. */
final class VicinityFeatures {

    private static final int NEAR = 6;
    private static final int NEXT = 3;
    private static final int MAX_DATED_WORDS = 20;

    private final PassageSums sums;
    private final int[] bullets;
    private final int[] dates;
    private final int[] notices;
    private final int[] capitalised;
    private final int[] words;
    private final double blankShare;

    VicinityFeatures(List<TextLine> lines, PassageSums sums) {
        this.sums = sums;
        this.bullets = counts(lines, line -> line.bullet() ? 1 : 0);
        this.dates = counts(lines, line -> dated(line) ? 1 : 0);
        this.notices = counts(lines, line -> ShapeFeatures.notices(line) != 0 ? 1 : 0);
        this.capitalised = counts(lines, line -> line.shape().capitalised());
        this.words = counts(lines, line -> line.shape().words());
        this.blankShare = lines.stream().filter(TextLine::blankBefore).count() / (double) Math.max(1, lines.size());
    }

    private static boolean dated(TextLine line) {
        return line.shape().digits() >= 4
                && line.shape().words() <= MAX_DATED_WORDS
                && DateText.mentionsDate(line.text());
    }

    private static int[] counts(List<TextLine> lines, ToIntFunction<TextLine> count) {
        int[] counts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            counts[i + 1] = counts[i] + count.applyAsInt(lines.get(i));
        }
        return counts;
    }

    void fill(FeatureRow row, int i) {
        row.put("bullets near", within(bullets, i, NEAR));
        row.put("dates near", within(dates, i, NEAR));
        row.put("notices near", within(notices, i, NEAR));
        row.put("capitalised near", within(capitalised, i, NEAR) / (double) Math.max(1, within(words, i, NEAR)));
        row.put("words near", within(words, i, NEXT));
        row.put("chars since good", sums.chars(sums.previousGood(i) + 1, i));
        row.put("chars until good", sums.chars(i + 1, sums.nextGood(i)));
        row.put("blank share of page", blankShare);
        int good = sums.goodPassages(0, sums.size());
        row.put("good passages in page", good);
        row.put("good share of page", good / (double) sums.size());
        row.put("good passages after", sums.goodPassages(i + 1, sums.size()));
    }

    private static int within(int[] counts, int i, int distance) {
        return counts[Math.min(counts.length - 1, i + distance + 1)] - counts[Math.max(0, i - distance)];
    }
}
