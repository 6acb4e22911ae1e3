package newsloom.cleaner.extract.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;

/** The elements that a block stands in: tag, heading, lists, links, and how far up something says that it is a caption, a menu, a comment. */
final class ElementFeatures {

    private static final int FAR = 50;
    /** By how likely running text is in them, so that one threshold parts much. */
    private static final List<String> TAGS = List.of(
            "p",
            "blockquote",
            "pre",
            "h2",
            "h3",
            "h4",
            "h1",
            "h5",
            "h6",
            "li",
            "dd",
            "td",
            "div",
            "section",
            "article",
            "body",
            "html",
            "span",
            "dt",
            "th",
            "summary",
            "figcaption",
            "address",
            "label");

    private static final Map<String, Integer> TAG_NUMBERS = new HashMap<>();
    private static final List<String> ROLE_NAMES = Arrays.stream(Role.values())
            .map(role -> "up to " + role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList();

    static {
        TAGS.forEach(tag -> TAG_NUMBERS.put(tag, TAG_NUMBERS.size()));
    }

    private final PageTree tree;
    private final int[] upToRole = new int[Role.values().length];

    ElementFeatures(PageTree tree) {
        this.tree = tree;
    }

    void fill(FeatureRow row, Block block) {
        Region region = tree.regionOf(block);
        row.put("tag", tag(region));
        row.put("parent tag", tag(tree.parentOf(region)));
        row.put("heading level", region.headingLevel);
        row.put("link share", block.linkShare());
        row.put("links", block.links());
        row.put("words a link", block.shape().words() / (double) Math.max(1, block.links()));
        row.put("depth", region.depth);
        roles(row, region);
    }

    private static int tag(Region region) {
        return TAG_NUMBERS.getOrDefault(region.tag, TAGS.size());
    }

    private void roles(FeatureRow row, Region region) {
        Arrays.fill(upToRole, FAR);
        int seen = 0;
        int steps = 0;
        for (int i = region.index; i >= 0 && steps < FAR; steps++) {
            Region around = tree.regions().get(i);
            for (int fresh = around.ownRoles & ~seen; fresh != 0; fresh &= fresh - 1) {
                upToRole[Integer.numberOfTrailingZeros(fresh)] = steps;
            }
            seen |= around.ownRoles;
            i = around.parent;
        }
        for (int role = 0; role < upToRole.length; role++) {
            row.put(ROLE_NAMES.get(role), upToRole[role]);
        }
    }
}
