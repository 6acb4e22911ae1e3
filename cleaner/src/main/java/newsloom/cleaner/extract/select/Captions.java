package newsloom.cleaner.extract.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Role;

/** The text of a page of pictures: what was selected, and between it what stands below the pictures. */
public final class Captions {

    private static final int MIN_WORDS = 4;
    private static final int AROUND_GALLERIES = Role.NAVIGATION.bit()
            | Role.FOOTER.bit()
            | Role.RELATED.bit()
            | Role.COMMENTS.bit()
            | Role.SHARE.bit()
            | Role.PROMOTION.bit()
            | Role.NEWSLETTER.bit();

    private Captions() {}

    /** The selection with the page's captions in reading order, each once; credits and counters are none. */
    public static Selection addTo(Selection selection, PageTree tree, Headline headline) {
        Set<String> chosen = new HashSet<>(selection.paragraphs());
        List<String> texts = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Block block : tree.blocks()) {
            boolean wanted = chosen.contains(block.text()) || caption(block, tree);
            if (wanted && !headline.saidAgainBy(block.text()) && said.add(block.text())) {
                texts.add(block.text());
            }
        }
        return said.containsAll(chosen) ? Selection.of(texts, selection.confidence()) : selection;
    }

    private static boolean caption(Block block, PageTree tree) {
        int roles = tree.rolesOf(block);
        boolean below = Role.CAPTION.in(roles) || Role.FIGURE.in(roles);
        return below
                && (roles & AROUND_GALLERIES) == 0
                && !block.listed()
                && block.shape().words() >= MIN_WORDS
                && (Notices.in(block.text()) & (Notices.CREDIT.first() | Notices.COPYRIGHT.anywhere())) == 0;
    }
}
