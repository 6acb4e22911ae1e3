package newsloom.aggregator.story.compare;

import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.TermTable;

/**
 * Two happenings of a kind: the report of each begins with its own people and places, and neither tells the other's. Two reports of one
 * happening hardly ever do that.
 */
public final class NameClash {
    /** A name that nobody used before. */
    private static final double ENOUGH = 1;

    /** So small a share of names is told by chance. */
    private static final double BY_CHANCE = 0.1;

    /** What is left of names that many use: a country, a ministry, the city of a stock exchange. */
    private static final double COMMON_NAMES = 0.2;

    private NameClash() {}

    /** Whether an article clashes with a story: with each of its members, and no rare name of the article is in the story. Of titles alone nothing is said. */
    public static boolean of(Subject subject, Comparison comparison) {
        return comparison.storyNames() <= COMMON_NAMES
                && comparison.story().members().stream()
                        .allMatch(member -> between(subject.article(), member, subject.table()));
    }

    private static boolean between(Member a, Member b, TermTable table) {
        return !a.isTitleOnly()
                && !b.isTitleOnly()
                && ofOthers(ToldNames.of(a, b, table))
                && ofOthers(ToldNames.of(b, a, table));
    }

    private static boolean ofOthers(ToldNames names) {
        return names.left() >= ENOUGH && names.told() <= BY_CHANCE * (names.told() + names.left());
    }
}
