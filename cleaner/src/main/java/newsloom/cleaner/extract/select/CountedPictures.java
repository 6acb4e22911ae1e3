package newsloom.cleaner.extract.select;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.words.AnyCase;

/** Pictures of a gallery that are counted, {@code 3 / 12}, and what stands below each of them in its element. */
final class CountedPictures {

    private static final int MAX_COUNT_WORDS = 5;
    private static final int MIN_COUNTED = 3;
    private static final int MIN_CAPTION_WORDS = 4;
    private static final int MAX_BLOCKS = 12;
    private static final int MAX_STEPS = 3;
    private static final Pattern COUNT = AnyCase.pattern(
            "\\W{0,3}(?:(?:bild|foto|photo|image|imagen|immagine|picture|slide|фото|写真|图|圖|사진)\\s?)?(\\d{1,3})\\s?(?:/|\\||von|of|de|di|sur|van|av|af|z|из|з)\\s?(\\d{1,3})(?:\\s?(?:photos?|fotos?|bilder|images|фото|枚))?\\W{0,3}");

    private CountedPictures() {}

    /** Whether the text counts pictures and says nothing else. */
    static boolean count(Passage passage) {
        Matcher count = mayCount(passage) ? COUNT.matcher(passage.text()) : null;
        return count != null && count.matches() && Integer.parseInt(count.group(1)) <= Integer.parseInt(count.group(2));
    }

    private static boolean mayCount(Passage passage) {
        return passage.shape().digits() >= 2 && passage.shape().words() <= MAX_COUNT_WORDS;
    }

    /**
     * The blocks that say what a counted picture shows, where three and more are counted on to the same number and most of those blocks are likely main content.
     *
     * @param scores the probability of each block, by its index
     */
    static BitSet captions(PageTree tree, double[] scores) {
        BitSet captions = new BitSet();
        List<Block> counts = counts(tree);
        if (counts.size() >= MIN_COUNTED) {
            counts.forEach(count -> markBeside(tree, count, counts, captions));
        }
        long likely = captions.stream()
                .filter(block -> scores[block] >= ChosenPassages.LIKELY)
                .count();
        return likely * 2 > captions.cardinality() ? captions : new BitSet();
    }

    private static List<Block> counts(PageTree tree) {
        List<Block> counts = new ArrayList<>();
        String total = "";
        int last = 0;
        for (Block block : tree.blocks()) {
            Matcher count = mayCount(block) ? COUNT.matcher(block.text()) : null;
            if (count != null
                    && count.matches()
                    && Integer.parseInt(count.group(1)) > last
                    && (total.isEmpty() || total.equals(count.group(2)))) {
                last = Integer.parseInt(count.group(1));
                total = count.group(2);
                counts.add(block);
            }
        }
        return counts;
    }

    /** In the largest element around the count that holds no other. */
    private static void markBeside(PageTree tree, Block count, List<Block> counts, BitSet captions) {
        Region item = tree.regionOf(count);
        for (int steps = 0; steps < MAX_STEPS && item.parent >= 0; steps++) {
            Region around = tree.parentOf(item);
            if (around.endBlock - around.firstBlock > MAX_BLOCKS || holdsOther(around, count, counts)) {
                break;
            }
            item = around;
        }
        for (Block block : tree.blocks().subList(item.firstBlock, item.endBlock)) {
            boolean caption = block.links() == 0
                    && block.shape().words() >= MIN_CAPTION_WORDS
                    && tree.regionOf(block).headingLevel == 0
                    && (Notices.in(block.text()) & (Notices.CREDIT.first() | Notices.COPYRIGHT.anywhere())) == 0
                    && OutsideText.of(block) == null;
            captions.set(block.index(), captions.get(block.index()) || caption);
        }
    }

    private static boolean holdsOther(Region around, Block count, List<Block> counts) {
        return counts.stream()
                .anyMatch(other -> other.index() != count.index()
                        && other.index() >= around.firstBlock
                        && other.index() < around.endBlock);
    }
}
