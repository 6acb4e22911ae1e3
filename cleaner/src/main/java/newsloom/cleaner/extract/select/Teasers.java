package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.words.TextShape;

/**
 * The entries of a list of other pages: elements of one kind beside one another, each small and each with a link that says what it leads to. Menus and
 * footers are none. Costs one pass over blocks and regions.
 */
public final class Teasers {

    private static final int MIN_BESIDE = 4;
    private static final int MAX_TITLES = 3;
    private static final int MAX_WEIGHT = 700;
    private static final int MAX_SENTENCE_BLOCKS = 3;
    private static final int MIN_TITLE_WORDS = 3;
    private static final int MIN_TITLE_WEIGHT = 15;
    private static final int MIN_LINK_CHARS = 12;
    private static final int BLOCKS_ABOVE = 2;
    private static final int MAX_AFTERWORD_WORDS = 6;
    /** Cells, where the link and what is said of it are often one block. */
    private static final Set<String> CELLS = Set.of("li", "td", "tr", "dt", "dd");

    private static final Pattern MORE = Pattern.compile(
            "(?i)(?:read more|read the full story|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|leia mais|leggi tutto|continua a leggere|lees meer|läs mer|les mer|læs mere|czytaj więcej|celý článek|devamını oku|читать далее|читати далі|続きを読む|阅读全文)\\W{0,4}$");

    private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)[\\s\\])»”]*$");

    private final PageTree tree;
    private final BitSet blocks = new BitSet();
    private final int count;

    private Teasers(PageTree tree) {
        this.tree = tree;
        this.count = find();
    }

    /** Looks for the teasers of a page. Costs a pass over its regions and blocks. */
    public static Teasers of(PageTree tree) {
        return new Teasers(tree);
    }

    /** How many there are on the page. */
    public int count() {
        return count;
    }

    /** Share of these paragraphs that stands in teasers, 0 to 1. */
    public double shareOf(List<String> paragraphs) {
        if (count == 0) {
            return 0;
        }
        Set<String> chosen = new HashSet<>(paragraphs);
        double all = 0;
        double teased = 0;
        for (Block block : tree.blocks()) {
            if (chosen.remove(block.text())) { // where it stands first: a teaser may repeat the page's own text
                all += block.shape().weight();
                teased += blocks.get(block.index()) ? block.shape().weight() : 0;
            }
        }
        return all == 0 ? 0 : teased / all;
    }

    /** Whether the first of them stands right below a heading like "Related stories". */
    public boolean belowAfterword() {
        int first = blocks.nextSetBit(0);
        return first >= 0
                && tree.blocks().subList(Math.max(0, first - BLOCKS_ABOVE), first).stream()
                        .anyMatch(block -> block.shape().words() <= MAX_AFTERWORD_WORDS
                                && (Notices.in(block.text()) & Notices.AFTERWORD.first()) != 0);
    }

    private int find() {
        List<Region> regions = tree.regions();
        int[] titles = new int[regions.size()];
        int[] weights = new int[regions.size()];
        for (Block block : tree.blocks()) {
            titles[block.region()] += leads(block) ? 1 : 0;
            weights[block.region()] += block.shape().weight();
        }
        for (int i = regions.size() - 1; i > 0; i--) {
            titles[regions.get(i).parent] += titles[i];
            weights[regions.get(i).parent] += weights[i];
        }
        boolean[] small = new boolean[regions.size()];
        Map<String, Integer> beside = new HashMap<>();
        for (Region region : regions) {
            small[region.index] = region.parent >= 0
                    && titles[region.index] >= 1
                    && titles[region.index] <= MAX_TITLES
                    && weights[region.index] <= MAX_WEIGHT
                    && region.goodBlocks <= MAX_SENTENCE_BLOCKS
                    && !Role.NAVIGATION.in(region.roles)
                    && !Role.FOOTER.in(region.roles);
            if (small[region.index]) {
                beside.merge(kind(region), 1, Integer::sum);
            }
        }
        return mark(small, beside);
    }

    /** Outermost elements first; what is within a teaser is no other. */
    private int mark(boolean[] small, Map<String, Integer> beside) {
        int found = 0;
        boolean[] within = new boolean[small.length];
        for (Region region : tree.regions()) {
            boolean inside = region.parent >= 0 && within[region.parent];
            boolean teaser = !inside && small[region.index] && beside.getOrDefault(kind(region), 0) >= MIN_BESIDE;
            within[region.index] = inside || teaser;
            if (teaser) {
                blocks.set(region.firstBlock, region.endBlock);
                found++;
            }
        }
        return found;
    }

    private static String kind(Region region) {
        return region.parent + region.tag;
    }

    private boolean leads(Block block) {
        TextShape shape = block.shape();
        boolean title = block.listed() && (shape.words() >= MIN_TITLE_WORDS || shape.weight() >= MIN_TITLE_WEIGHT);
        boolean cell = block.linkChars() >= MIN_LINK_CHARS && CELLS.contains(tree.regionOf(block).tag);
        return title || cell || (block.links() > 0 && leadsOn(block.text()));
    }

    /** Whether the text ends as one that was cut: with "read more", dots, or dots in brackets. */
    static boolean breaksOff(String text) {
        return CUT.matcher(text.substring(Math.max(0, text.length() - 10))).find() || leadsOn(text);
    }

    /** Whether the text ends with "read more" or the like. */
    public static boolean leadsOn(String text) {
        return MORE.matcher(text.substring(Math.max(0, text.length() - 40))).find();
    }
}
