package newsloom.cleaner.extract.select;

import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.WordSet;

/**
 * The lead, where it stands apart between headline and text: the first sentences below the headline, not linked, in which the page describes itself, or alone in an element that calls itself a lead or a teaser; before
 * them, without a full stop, what the page describes itself by word for word. The trees know such elements from boxes of other articles.
 */
final class Leads {

    static final int NONE = -1;

    /** A kicker, a byline, a date and a picture may stand between. */
    private static final int MAX_DISTANCE = 6;

    private static final int MIN_DESCRIPTION_CHARS = 40;
    private static final double DESCRIBED = 0.8;
    private static final int MIN_WORDS = 4;
    private static final int LEAD_OR_TEASER = Role.RELATED.bit() | Role.LEAD.bit();
    private static final int ELSEWHERE = Role.AROUND & ~Role.RELATED.bit();

    private Leads() {}

    /** The index of the block that is the lead, or {@link #NONE}. */
    static int of(PageTree tree, Headline headline) {
        int last = Math.min(tree.blocks().size() - 1, headline.block() + MAX_DISTANCE);
        for (int i = headline.block() + 1; headline.block() >= 0 && i <= last; i++) {
            Block block = tree.blocks().get(i);
            if (block.good() || shortLead(tree, block) || isDescription(tree, block, headline)) {
                return block.links() == 0 && lead(tree, block) ? i : NONE;
            }
        }
        return NONE;
    }

    private static boolean lead(PageTree tree, Block block) {
        if ((tree.rolesOf(block) & ELSEWHERE) != 0) {
            return false;
        }
        return aloneIn(LEAD_OR_TEASER, tree, block) || described(tree, block);
    }

    /** A sentence of a few words, and no date, in an element that calls itself a lead. */
    private static boolean shortLead(PageTree tree, Block block) {
        return block.shape().sentenceEnd()
                && block.shape().words() >= MIN_WORDS
                && !DateText.mentionsDate(block.text())
                && aloneIn(Role.LEAD.bit(), tree, block);
    }

    private static boolean aloneIn(int roles, PageTree tree, Block block) {
        Region region = tree.regionOf(block);
        return (region.ownRoles & roles) != 0 && region.endBlock - region.firstBlock == 1;
    }

    private static boolean described(PageTree tree, Block block) {
        String told = description(tree);
        return told.length() >= MIN_DESCRIPTION_CHARS && WordSet.of(told).shareOf(block.text()) >= DESCRIBED;
    }

    /** Whether the block is what the page describes itself by, word for word, be it without a full stop. */
    private static boolean isDescription(PageTree tree, Block block, Headline headline) {
        return block.text().length() >= MIN_DESCRIPTION_CHARS
                && described(tree, block)
                && WordSet.of(block.text()).shareOf(description(tree)) >= DESCRIBED
                && !headline.saidAgainBy(block.text())
                && !BylineLabels.isByline(block.text());
    }

    private static String description(PageTree tree) {
        String told = tree.hints().meta("og:description", "description", "twitter:description");
        return told == null ? "" : told;
    }
}
