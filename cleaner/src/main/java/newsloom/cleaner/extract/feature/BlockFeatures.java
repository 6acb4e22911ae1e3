package newsloom.cleaner.extract.feature;

import java.util.Arrays;
import java.util.List;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageWalker;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.words.WordReader;
import newsloom.cleaner.extract.words.WordSet;
import org.jsoup.Jsoup;

/**
 * What is known of a block when it is scored: that of any passage, the elements around it, pictures near it, and what the page says of itself in its head. Gathered
 * over the page in a few linear passes; then one row a block. For one page, not thread-safe.
 */
public final class BlockFeatures {

    private static final int FAR = 60;
    private static final int MIN_DESCRIPTION_CHARS = 40;
    private static final int MAX_DESCRIBED_WORDS = 120;
    private static final int PICTURES = Role.FIGURE.bit() | Role.MEDIA.bit() | Role.CAPTION.bit();

    private static final double MENU_LINKED = 0.9;
    private static final int MAX_MENU_WORDS = 8;
    private static final int FAR_FROM_TEXT = 3;

    private final PassageSums sums;
    private final PassageFeatures passages;
    private final ElementFeatures elements;
    private final ContainerFeatures containers;
    private final WordSet description;
    private final int[] sincePicture;
    private final int[] untilPicture;

    /** Looks once at all blocks of a page; the headline may be {@link Headline#NONE}. */
    public BlockFeatures(PageTree tree, Headline headline) {
        this.sums = new PassageSums(tree.blocks());
        WordReader reader = new WordReader();
        this.passages = new PassageFeatures(tree.blocks(), sums, headline, DensestRun.of(tree.blocks()), reader);
        this.elements = new ElementFeatures(tree);
        this.containers = new ContainerFeatures(tree, BestRegion.of(tree, headline), sums);
        String told = tree.hints().meta("og:description", "description", "twitter:description");
        this.description = WordSet.of(told == null || told.length() < MIN_DESCRIPTION_CHARS ? "" : told, reader);
        this.sincePicture = new int[tree.blocks().size() + 1];
        this.untilPicture = new int[tree.blocks().size() + 1];
        measurePictures(tree);
    }

    private void measurePictures(PageTree tree) {
        Arrays.fill(sincePicture, FAR);
        for (Region region : tree.regions()) {
            if ((region.ownRoles & PICTURES) != 0) {
                sincePicture[region.firstBlock] = 0;
                sincePicture[Math.max(region.firstBlock, region.endBlock - 1)] = 0;
            }
        }
        System.arraycopy(sincePicture, 0, untilPicture, 0, sincePicture.length);
        for (int i = 1; i < sincePicture.length; i++) {
            sincePicture[i] = Math.min(sincePicture[i], sincePicture[i - 1] + 1);
        }
        for (int i = untilPicture.length - 2; i >= 0; i--) {
            untilPicture[i] = Math.min(untilPicture[i], untilPicture[i + 1] + 1);
        }
    }

    /** What the values of a row are called, in order. */
    public static List<String> names() {
        PageTree tree = PageWalker.walk(Jsoup.parse("<p>One word."), 100, 1);
        FeatureRow row = FeatureRow.named();
        new BlockFeatures(tree, Headline.NONE).fill(row, tree.blocks().get(0));
        return row.names();
    }

    /** Whether a block is so clearly an entry of a menu, being a short link far from any running text, that it need not be asked for more. Nearly half of all blocks are. */
    public boolean menuEntry(Block block) {
        int i = block.index();
        return block.linkShare() >= MENU_LINKED
                && block.shape().words() <= MAX_MENU_WORDS
                && i - sums.previousGood(i) > FAR_FROM_TEXT
                && sums.nextGood(i) - i > FAR_FROM_TEXT;
    }

    /** Fills the row with the features of a block. */
    public void fill(FeatureRow row, Block block) {
        row.clear();
        passages.fill(row, block);
        elements.fill(row, block);
        containers.fill(row, block);
        row.put("since picture", sincePicture[block.index()]);
        row.put("until picture", untilPicture[block.index() + 1]);
        boolean isShort = block.shape().words() <= MAX_DESCRIBED_WORDS;
        row.put("description words", isShort ? description.shareOf(block.text()) : -1);
    }
}
