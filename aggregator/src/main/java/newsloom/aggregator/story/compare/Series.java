package newsloom.aggregator.story.compare;

import java.time.Duration;
import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.TermTable;

/**
 * Recurring articles: the market report of Monday and the one of Tuesday, the weekly river levels, the daily horoscope. Their
 * words agree and their happenings do not, so likeness says nothing about them. Where the publishers are unknown, two reports of one
 * happening under nearly the same title look just like that.
 */
final class Series {
    /** Titles that share half of their words, figures and calendar words left out, are made from one template. */
    private static final double TWIN_TITLES = 0.5;
    /** Above this a title is the same, and no figure needs to differ. */
    static final double SAME_TITLES = 0.9;

    /** From here on titles are one form filled in twice, when each has words of its own. */
    private static final double FORM_TITLES = 0.65;

    private static final long SAME_DAY_MS = Duration.ofHours(14).toMillis();
    private static final long NEXT_ISSUE_MS = Duration.ofHours(20).toMillis();
    private static final int ENOUGH_FIGURES = 4;
    private static final int MANY_FIGURES = 6;
    private static final double FIGURES_SHARED = 0.3;
    /** Some two phrases that nobody used before, or one that both quote. */
    private static final double RETOLD = 1;

    /** A form is told by every seventh rare phrase; reports of one happening share fewer, or names. */
    private static final double FORM_PHRASES = 1 / 7.0;

    /** Three of ten: hardly anything but what is filled in differs. */
    private static final double MOST_PHRASES = 0.3;

    private static final double HALF_OF_FIGURES = 0.5;

    /** A form has figures of its own, too: opening hours, the number of an emergency call. */
    private static final double ALL_BUT_ONE = 1;

    /** Every fourteenth: the second report of a happening repeats less of the first. */
    private static final double REPEATED_PHRASES = 1 / 14.0;

    /** Some two names that hardly anybody used before. */
    private static final double SUBJECT_NAMES = 1.9;

    /** So small a share of names is told by chance: the league, the town that both come from. */
    private static final double BY_CHANCE = 0.25;

    private static final double ONE_RARE_NAME = 1;

    private Series() {}

    /**
     * Whether two articles are two issues of one series: titles of one template, over 14 hours apart, of one publisher (or
     * unknown ones), and other figures in title or text; or nearly the same title again on a later day. Where a date is missing, the
     * publisher must be the same and the figures of the titles must differ.
     */
    static boolean twoIssues(Member a, Member b) {
        double alike = a.titleShape().jaccard(b.titleShape());
        if (alike < TWIN_TITLES || !mayBeOnePublisher(a, b)) {
            return false;
        }
        if (!a.dateKnown() || !b.dateKnown()) {
            return a.site().equals(b.site()) && otherTitleFigures(a, b);
        }
        long gap = Math.abs(a.eventTimeMs() - b.eventTimeMs());
        if (gap < SAME_DAY_MS) {
            return false;
        }
        boolean nextIssue =
                gap > NEXT_ISSUE_MS && (alike >= SAME_TITLES || (alike >= FORM_TITLES && eachHasItsOwnWords(a, b)));
        return nextIssue || otherTitleFigures(a, b) || otherFigures(a, b, ENOUGH_FIGURES, FIGURES_SHARED);
    }

    /**
     * Whether two articles are one publisher's figures of two days: the same phrases around other figures. The more phrases are the same, the fewer figures have to differ, and hardly
     * any where each tells names of its own as well; what goes on is told with some figures and the names of the day before.
     *
     * @param phraseShare {@link Trait#PHRASE_SHARE} of both
     */
    static boolean newFigures(Member a, Member b, double phraseShare, TermTable table) {
        boolean anotherDay =
                a.dateKnown() && b.dateKnown() && Math.abs(a.eventTimeMs() - b.eventTimeMs()) >= SAME_DAY_MS;
        if (phraseShare < REPEATED_PHRASES || !isOnePublisher(a, b) || !anotherDay) {
            return false;
        }
        return otherFigures(a, b, MANY_FIGURES, FIGURES_SHARED)
                || (phraseShare >= MOST_PHRASES
                        && (otherFigures(a, b, ENOUGH_FIGURES, HALF_OF_FIGURES)
                                || (otherFigures(a, b, 1, ALL_BUT_ONE)
                                        && ToldNames.eachHasItsOwn(a, b, ONE_RARE_NAME, table))));
    }

    /**
     * Whether two articles that look like issues may be two publishers' reports of one happening all the same: dated, not known to be
     * of one publisher, and with rare phrases in common beyond the title. Those of one publisher share the phrases of their form.
     *
     * @param shared {@link KeyedMarks#evidence} of both
     */
    static boolean maybeRetold(Member a, Member b, double shared) {
        return !isOnePublisher(a, b) && a.dateKnown() && b.dateKnown() && shared >= RETOLD;
    }

    /**
     * Whether two articles that look like issues are how one happening went on: they begin with the same people and places, and are no form filled in
     * again. A death toll that rises, a nurse who is charged and denies.
     *
     * @param phraseShare {@link Trait#PHRASE_SHARE} of both
     */
    static boolean oneSubject(Member a, Member b, double phraseShare, TermTable table) {
        return phraseShare < FORM_PHRASES
                && ToldNames.of(a, b, table).told() >= SUBJECT_NAMES
                && ToldNames.of(b, a, table).told() >= SUBJECT_NAMES;
    }

    /**
     * Whether two articles are one form that one publisher has filled in twice, the results of two matches: many of their rare phrases agree, and neither tells
     * the names in the other's opening. Of titles alone see {@link TitleSeries}.
     *
     * @param phraseShare {@link Trait#PHRASE_SHARE} of both
     */
    static boolean oneForm(Member a, Member b, double phraseShare, TermTable table) {
        return phraseShare >= FORM_PHRASES
                && isOnePublisher(a, b)
                && !a.isTitleOnly()
                && !b.isTitleOnly()
                && ofOthers(ToldNames.of(a, b, table))
                && ofOthers(ToldNames.of(b, a, table));
    }

    private static boolean ofOthers(ToldNames names) {
        return names.share() <= BY_CHANCE && names.left() >= ONE_RARE_NAME;
    }

    static boolean isOnePublisher(Member a, Member b) {
        return !a.site().isEmpty() && a.site().equals(b.site());
    }

    static boolean mayBeOnePublisher(Member a, Member b) {
        return a.site().isEmpty() || b.site().isEmpty() || a.site().equals(b.site());
    }

    /** A form filled in: the same report on another company, another county. */
    private static boolean eachHasItsOwnWords(Member a, Member b) {
        int shared = a.titleShape().shared(b.titleShape());
        return a.titleShape().size() > shared && b.titleShape().size() > shared;
    }

    static boolean otherTitleFigures(Member a, Member b) {
        return !a.titleFigures().isEmpty()
                && !b.titleFigures().isEmpty()
                && !a.titleFigures().equals(b.titleFigures());
    }

    private static boolean otherFigures(Member a, Member b, int enough, double share) {
        int fewer = Math.min(a.figures().size(), b.figures().size());
        return fewer >= enough && a.figures().shared(b.figures()) < share * fewer;
    }
}
