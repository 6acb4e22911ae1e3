package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a line of a plain-text page when it is scored: its shape, its neighbours, its place relative to the densest run and the headline, and set
 * phrases. For one page, not thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // features are numbered by it
final class LineFeatures {

    private enum Scalar {
        WORDS,
        CAPITALISED,
        DIGITS,
        COMMAS,
        SENTENCE_END,
        ENDS_IN_COLON,
        TEASER_DOTS,
        UPPER_CASE,
        PIPES,
        GOOD,
        UNSPACED,
        QUOTED,
        BULLET,
        INDENTED,
        MARKED,
        BLANK_BEFORE,
        BLANK_AFTER,
        PREVIOUS_GOOD,
        NEXT_GOOD,
        BEFORE_PREVIOUS_GOOD,
        AFTER_NEXT_GOOD,
        BOTH_GOOD,
        PREVIOUS_BULLET,
        NEXT_BULLET,
        BOTH_BULLET,
        PREVIOUS_SHORT,
        NEXT_SHORT,
        SHORT_BETWEEN_GOOD,
        HEADING_LIKE,
        BULLET_OF_TEXT,
        NEAR_2,
        NEAR_5,
        NEAR_12,
        GOOD_SHARE_NEAR_5,
        GOOD_SHARE_NEAR_12,
        GOOD_BEFORE,
        GOOD_AFTER,
        SHORTS_BEFORE,
        SHORTS_AFTER,
        IN_RUN,
        RUN_SHARE,
        LINES_BEFORE_RUN,
        LINES_AFTER_RUN,
        FIRST_IN_RUN,
        LAST_IN_RUN,
        TAIL_OF_RUN,
        BEFORE_HEADLINE,
        NO_HEADLINE,
        JUST_AFTER_HEADLINE,
        SAYS_HEADLINE,
        REPEATED,
        SAID_BEFORE,
        AFTER_AFTERWORD,
        AFTER_AFTERWORD_IN_RUN,
        DATED,
        DATE_ONLY,
        SAYS_BY
    }

    private enum Shape {
        LONG,
        GOOD,
        SENTENCE,
        BULLET_TEXT,
        BULLET_SHORT,
        MEDIUM,
        SHORT
    }

    private enum Place {
        RUN,
        NEAR,
        OUTSIDE
    }

    private static final int NEAR_RUN = 5;
    /** Lines of running text before an afterword is believed: buttons to share stand above the text as well. */
    private static final int MIN_TEXT_LINES = 2;

    private static final int[] LENGTHS = {2, 4, 7, 12, 20, 35, 60, Integer.MAX_VALUE};
    private static final int SHAPES_AT = Scalar.values().length;
    private static final int NOTICES_AT = SHAPES_AT + Shape.values().length * Place.values().length;
    private static final int LENGTHS_AT = NOTICES_AT + Notices.values().length * 4;

    /** Names of all features; a feature's number is its position. */
    static final List<String> NAMES = names();

    private final List<TextLine> lines;
    private final Headline headline;
    private final DensestRun run;
    private final int[] goodBefore;
    private final int[] goodLinesBefore;
    private final int[] shortsBefore;
    private final int[] shortsAfter;
    private final int[] notices;
    private final Map<String, Integer> firstSaid = new HashMap<>();
    private final boolean[] repeated;
    private final boolean[] afterAfterword;

    LineFeatures(List<TextLine> lines, Headline headline, DensestRun run) {
        this.lines = lines;
        this.headline = headline;
        this.run = run;
        this.goodBefore = new int[lines.size() + 1];
        this.goodLinesBefore = new int[lines.size() + 1];
        this.shortsBefore = new int[lines.size() + 1];
        this.shortsAfter = new int[lines.size() + 1];
        this.notices = new int[lines.size()];
        this.repeated = new boolean[lines.size()];
        this.afterAfterword = new boolean[lines.size()];
        lines.forEach(this::survey);
        for (int i = lines.size() - 1; i >= 0; i--) {
            shortsAfter[i] = lines.get(i).good() ? 0 : shortsAfter[i + 1] + 1;
        }
    }

    private void survey(TextLine line) {
        int i = line.index();
        notices[i] = line.shape().words() <= 60 ? Notices.in(line.text()) : 0;
        goodBefore[i + 1] = goodBefore[i] + (line.good() ? line.shape().weight() : 0);
        goodLinesBefore[i + 1] = goodLinesBefore[i] + (line.good() ? 1 : 0);
        shortsBefore[i + 1] = line.good() ? 0 : shortsBefore[i] + 1;
        Integer first = firstSaid.putIfAbsent(line.text(), i);
        if (first != null) {
            repeated[i] = true;
            repeated[first] = true;
        }
        boolean opens = (notices[i] & Notices.AFTERWORD.first()) != 0
                && line.shape().words() <= 6
                && i > run.from()
                && goodLinesBefore[i] - goodLinesBefore[run.from()] >= MIN_TEXT_LINES;
        afterAfterword[i] = opens || (i > 0 && afterAfterword[i - 1]);
    }

    /** Whether the line stands below a heading like "Related stories". */
    boolean afterAfterword(TextLine line) {
        return afterAfterword[line.index()];
    }

    /** Fills the row with the features of a line. */
    void fill(FeatureRow row, TextLine line) {
        row.clear();
        shape(row, line);
        neighbours(row, line);
        position(row, line);
        phrases(row, line);
    }

    private void shape(FeatureRow row, TextLine line) {
        TextShape shape = line.shape();
        String text = line.text();
        double words = Math.max(1, shape.words());
        set(row, Scalar.WORDS, Math.log1p(shape.words()) / 5);
        set(row, Scalar.CAPITALISED, Math.min(1, shape.capitalised() / words));
        set(row, Scalar.DIGITS, shape.digits() / (double) Math.max(1, shape.chars()));
        set(row, Scalar.COMMAS, Math.min(1, shape.commas() * 10 / words));
        set(row, Scalar.SENTENCE_END, shape.sentenceEnd());
        set(row, Scalar.ENDS_IN_COLON, text.endsWith(":"));
        set(row, Scalar.TEASER_DOTS, text.endsWith("...") || text.endsWith("…"));
        set(row, Scalar.UPPER_CASE, shape.words() > 1 && text.equals(text.toUpperCase(Locale.ROOT)));
        set(row, Scalar.PIPES, text.contains(" | ") || text.contains(" · ") || text.contains(" • "));
        set(row, Scalar.GOOD, line.good());
        set(row, Scalar.UNSPACED, shape.unspaced());
        set(row, Scalar.QUOTED, "\"“„«»'‘".indexOf(text.charAt(0)) >= 0);
        set(row, Scalar.BULLET, line.bullet());
        set(row, Scalar.INDENTED, line.indent() > 4);
        set(row, Scalar.MARKED, line.marked());
        set(row, Scalar.BLANK_BEFORE, line.blankBefore());
        set(
                row,
                Scalar.BLANK_AFTER,
                line.index() + 1 < lines.size() && lines.get(line.index() + 1).blankBefore());
        row.set(
                SHAPES_AT
                        + shapeOf(line).ordinal() * Place.values().length
                        + placeOf(line).ordinal(),
                1);
        int bucket = 0;
        while (shape.words() > LENGTHS[bucket]) {
            bucket++;
        }
        row.set(LENGTHS_AT + bucket, 1);
    }

    private static Shape shapeOf(TextLine line) {
        if (line.bullet()) {
            return line.shape().words() >= 8 ? Shape.BULLET_TEXT : Shape.BULLET_SHORT;
        }
        if (line.good()) {
            return line.shape().weight() > 150 ? Shape.LONG : Shape.GOOD;
        }
        if (line.shape().sentenceEnd()) {
            return Shape.SENTENCE;
        }
        return line.shape().words() >= 5 ? Shape.MEDIUM : Shape.SHORT;
    }

    private Place placeOf(TextLine line) {
        if (run.holds(line.index())) {
            return Place.RUN;
        }
        return line.index() >= run.from() - NEAR_RUN && line.index() < run.to() + NEAR_RUN ? Place.NEAR : Place.OUTSIDE;
    }

    private void neighbours(FeatureRow row, TextLine line) {
        int i = line.index();
        boolean previous = good(i - 1);
        boolean next = good(i + 1);
        set(row, Scalar.PREVIOUS_GOOD, previous);
        set(row, Scalar.NEXT_GOOD, next);
        set(row, Scalar.BEFORE_PREVIOUS_GOOD, good(i - 2));
        set(row, Scalar.AFTER_NEXT_GOOD, good(i + 2));
        set(row, Scalar.BOTH_GOOD, previous && next);
        set(row, Scalar.PREVIOUS_BULLET, bullet(i - 1));
        set(row, Scalar.NEXT_BULLET, bullet(i + 1));
        set(row, Scalar.BOTH_BULLET, bullet(i - 1) && bullet(i + 1));
        set(row, Scalar.PREVIOUS_SHORT, isShort(i - 1));
        set(row, Scalar.NEXT_SHORT, isShort(i + 1));
        set(row, Scalar.SHORT_BETWEEN_GOOD, !line.good() && previous && next);
        set(row, Scalar.HEADING_LIKE, headingLike(line) && next);
        set(
                row,
                Scalar.BULLET_OF_TEXT,
                line.bullet() && line.shape().words() >= 6 && (bullet(i - 1) || bullet(i + 1) || previous));
        set(row, Scalar.NEAR_2, density(i, 2));
        set(row, Scalar.NEAR_5, density(i, 5));
        set(row, Scalar.NEAR_12, density(i, 12));
        set(row, Scalar.GOOD_SHARE_NEAR_5, goodShare(i, 5));
        set(row, Scalar.GOOD_SHARE_NEAR_12, goodShare(i, 12));
        set(row, Scalar.SHORTS_BEFORE, Math.min(1, shortsBefore[i] / 10.0));
        set(row, Scalar.SHORTS_AFTER, Math.min(1, shortsAfter[i + 1] / 10.0));
    }

    private static boolean headingLike(TextLine line) {
        return !line.bullet() && !line.shape().sentenceEnd() && line.shape().words() <= 14;
    }

    private boolean good(int i) {
        return i >= 0 && i < lines.size() && lines.get(i).good();
    }

    private boolean bullet(int i) {
        return i >= 0 && i < lines.size() && lines.get(i).bullet();
    }

    private boolean isShort(int i) {
        return i < 0 || i >= lines.size() || lines.get(i).shape().words() < 5;
    }

    private double density(int i, int reach) {
        int sum = goodBefore[Math.min(lines.size(), i + reach + 1)] - goodBefore[Math.max(0, i - reach)];
        return Math.log1p(sum) / 8;
    }

    private double goodShare(int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(lines.size(), i + reach + 1);
        return (goodLinesBefore[to] - goodLinesBefore[from]) / (double) (to - from);
    }

    private void position(FeatureRow row, TextLine line) {
        int i = line.index();
        double all = Math.max(1, goodBefore[lines.size()]);
        set(row, Scalar.GOOD_BEFORE, goodBefore[i] / all);
        set(row, Scalar.GOOD_AFTER, 1 - goodBefore[i + 1] / all);
        boolean inRun = run.holds(i);
        double runWeight = goodBefore[run.to()] - goodBefore[run.from()];
        set(row, Scalar.IN_RUN, inRun);
        set(row, Scalar.RUN_SHARE, inRun ? runWeight / all : 0);
        set(row, Scalar.LINES_BEFORE_RUN, Math.min(1, Math.max(0, run.from() - i) / 20.0));
        set(row, Scalar.LINES_AFTER_RUN, Math.min(1, Math.max(0, i - run.to() + 1) / 20.0));
        set(row, Scalar.FIRST_IN_RUN, i == run.from());
        set(row, Scalar.LAST_IN_RUN, i == run.to() - 1);
        set(row, Scalar.TAIL_OF_RUN, inRun && goodBefore[i] - goodBefore[run.from()] > 0.9 * runWeight);
        int since = i - headline.block();
        set(row, Scalar.NO_HEADLINE, headline.block() < 0);
        set(row, Scalar.BEFORE_HEADLINE, headline.block() >= 0 && since < 0);
        set(row, Scalar.JUST_AFTER_HEADLINE, headline.block() >= 0 && since > 0 && since < 6);
        set(row, Scalar.SAYS_HEADLINE, headline.saidAgainBy(line.text()));
        set(row, Scalar.REPEATED, repeated[i]);
        set(row, Scalar.SAID_BEFORE, repeated[i] && firstSaid.getOrDefault(line.text(), i) < i);
        set(row, Scalar.AFTER_AFTERWORD, afterAfterword[i]);
        set(row, Scalar.AFTER_AFTERWORD_IN_RUN, afterAfterword[i] && inRun);
    }

    private void phrases(FeatureRow row, TextLine line) {
        int found = notices[line.index()];
        boolean isShort = line.shape().words() <= 15;
        for (Notices notice : Notices.values()) {
            int at = NOTICES_AT + notice.ordinal() * 4;
            row.set(at, (found & notice.anywhere()) != 0 && isShort);
            row.set(at + 1, (found & notice.anywhere()) != 0 && !isShort);
            row.set(at + 2, (found & notice.first()) != 0);
            row.set(at + 3, (found & notice.whole()) != 0);
        }
        boolean dated = line.shape().digits() >= 4 && line.shape().words() <= 20 && DateText.mentionsDate(line.text());
        set(row, Scalar.DATED, dated);
        set(row, Scalar.DATE_ONLY, dated && line.shape().words() <= 8);
        set(row, Scalar.SAYS_BY, line.shape().words() <= 12 && AuthorFinder.saysBy(line.text()));
    }

    private static void set(FeatureRow row, Scalar scalar, double value) {
        row.set(scalar.ordinal(), value);
    }

    private static void set(FeatureRow row, Scalar scalar, boolean holds) {
        row.set(scalar.ordinal(), holds);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scalar scalar : Scalar.values()) {
            names.add(scalar.name());
        }
        for (Shape shape : Shape.values()) {
            for (Place place : Place.values()) {
                names.add(shape + "@" + place);
            }
        }
        for (Notices notice : Notices.values()) {
            for (String where : List.of("short", "long", "first", "whole")) {
                names.add("notice:" + notice + ":" + where);
            }
        }
        for (int length : LENGTHS) {
            names.add("words<=" + length);
        }
        return List.copyOf(names);
    }
}
