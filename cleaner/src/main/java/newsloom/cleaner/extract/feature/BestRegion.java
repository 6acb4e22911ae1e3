package newsloom.cleaner.extract.feature;

import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;

/**
 * The element that most likely holds the article and little else: from the top down, always into the child that has nearly all of the running text, as
 * long as there is one.
 *
 * <p>When the text is spread over siblings that each have a good part (an endless page with several articles), the sibling with the headline is taken.
 */
final class BestRegion {

    private static final double NEARLY_ALL = 0.72;

    private BestRegion() {}

    static Region of(PageTree tree, Headline headline) {
        int[] heaviest = new int[tree.regions().size()];
        for (int i = tree.regions().size() - 1; i > 0; i--) {
            Region region = tree.regions().get(i);
            int rival = heaviest[region.parent];
            if (rival == 0 || region.goodWeight >= tree.regions().get(rival).goodWeight) {
                heaviest[region.parent] = i;
            }
        }
        Region best = tree.regions().get(0);
        while (heaviest[best.index] != 0) {
            Region child = tree.regions().get(heaviest[best.index]);
            if (child.goodWeight < NEARLY_ALL * best.goodWeight
                    || child.goodWeight == 0
                    || (child.goodBlocks == 1 && paragraph(child))) {
                break;
            }
            best = child;
        }
        return withHeadline(tree, best, headline);
    }

    private static boolean paragraph(Region region) {
        return region.tag.equals("p") || region.tag.equals("li");
    }

    private static Region withHeadline(PageTree tree, Region best, Headline headline) {
        if (headline.block() < best.firstBlock || headline.block() >= best.endBlock) {
            return best;
        }
        Region holder = null;
        for (int i = tree.regionOf(tree.blocks().get(headline.block())).index;
                i > best.index;
                i = tree.regions().get(i).parent) {
            Region region = tree.regions().get(i);
            if (region.tag.equals("article") && region.goodWeight * 6 > best.goodWeight && region.goodBlocks >= 3) {
                holder = region;
            }
        }
        return holder == null ? best : holder;
    }
}
