package newsloom.aggregator.story.compare;

import java.time.Duration;
import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.TermTable;

/** What tells a series from a headline that is said again where titles are all there is. */
final class TitleSeries {
    /** From here on titles are one form filled in twice, when each names someone or some place of its own. */
    private static final double FORM_TITLES = 0.4;

    /** The same of two publishers, who hardly share a form. */
    private static final double OTHERS_FORM_TITLES = 0.5;

    /** A name that nobody used before. */
    private static final double OWN_NAMES = 1;

    /** Even one that everybody uses, "Japan". */
    private static final double KNOWN_NAMES = 0.05;

    /** Of seven words one is put otherwise. */
    private static final double HEADLINE_AGAIN = 0.75;

    private static final long NEXT_DAY_MS = Duration.ofDays(2).toMillis();
    /** What is in capitals, or of names alone, may be the name of a column. */
    private static final int MIN_PLAIN_WORDS = 3;

    private TitleSeries() {}

    /**
     * Whether two titles are one form filled in twice: by one publisher or unknown ones, the same service in two towns, two firms at one conference; by whomever where they
     * share no figure either, two earthquakes.
     */
    static boolean oneForm(Member a, Member b, TermTable table) {
        double alike = a.titleShape().jaccard(b.titleShape());
        boolean one = Series.mayBeOnePublisher(a, b);
        boolean form = one ? alike >= FORM_TITLES : alike >= OTHERS_FORM_TITLES && noFigureShared(a, b);
        double names = one ? OWN_NAMES : KNOWN_NAMES;
        return haveNoText(a, b) && form && ToldNames.eachHasItsOwn(a, b, names, table);
    }

    /** Whether two titles are one publisher's form with other figures in it, the temperatures of two days; how a happening went on is told in other words. */
    static boolean newFigures(Member a, Member b) {
        return haveNoText(a, b)
                && Series.isOnePublisher(a, b)
                && a.titleShape().jaccard(b.titleShape()) >= Series.SAME_TITLES
                && Series.otherTitleFigures(a, b);
    }

    /** Whether two titles are one headline of today and yesterday, in nearly the same words and with the same figures: a sentence, for columns bear one name every day. */
    static boolean saidAgain(Member a, Member b) {
        return haveNoText(a, b)
                && a.dateKnown()
                && b.dateKnown()
                && Math.abs(a.eventTimeMs() - b.eventTimeMs()) <= NEXT_DAY_MS
                && a.titleShape().jaccard(b.titleShape()) >= HEADLINE_AGAIN
                && a.titleFigures().equals(b.titleFigures())
                && isSentence(a)
                && isSentence(b);
    }

    private static boolean haveNoText(Member a, Member b) {
        return a.isTitleOnly() && b.isTitleOnly();
    }

    private static boolean noFigureShared(Member a, Member b) {
        return !a.titleFigures().isEmpty()
                && !b.titleFigures().isEmpty()
                && a.titleFigures().shared(b.titleFigures()) == 0;
    }

    private static boolean isSentence(Member article) {
        return article.titleShape().size() - article.openingNames().size() >= MIN_PLAIN_WORDS;
    }
}
