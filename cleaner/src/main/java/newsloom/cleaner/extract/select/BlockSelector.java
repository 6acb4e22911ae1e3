package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsloom.cleaner.extract.feature.BlockFeatures;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.feature.FeatureRow;
import newsloom.cleaner.extract.feature.ShapeFeatures;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.notice.ConsentDialogs;
import newsloom.cleaner.extract.notice.ConsentText;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import org.jspecify.annotations.Nullable;

/** Scores the blocks of a page and picks the main content: no link to a related page, no boxes of the next column, and no heading that is left with nothing below it. */
public final class BlockSelector {

    private static final double MIN_LINKED = 0.5;
    /** A dialog of the advertisers' framework says in one breath who does what, where, with which data: personal ones, in nearly any language. */
    private static final List<String> PERSONAL = List.of("person", "Person");

    private static final List<Pattern> CONSENT = Stream.of(
                    "cookie|partner|traceur|partenaires|socios|parceiros",
                    "stor(?:e|ing)|access|speicher|zugreifen|stock|almacen|acced|archivi|armazen|opsla|przechow",
                    "device|gerät|appareil|terminal|dispositiv|apparaat|urządzen")
            .map(word -> Pattern.compile(word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
    /** {@code MORE:} or {@code WATCH:} before a link. */
    private static final Pattern CAPITAL_LABEL = Pattern.compile("^\\p{Lu}{3,}(?: \\p{Lu}{2,}){0,2}\\s?: ");

    private static final Set<String> PARAGRAPHS = Set.of("p", "div");

    private static final int MAX_BOX_STEPS = 4;
    /** A box holds at most one of so many blocks of running text. */
    private static final int SMALL_SHARE = 4;

    private static final int MIN_TITLE_WORDS = 5;
    private static final int STRAGGLER_GAP = 4;
    private static final int MAX_STRAGGLER_WORDS = 7;

    private BlockSelector() {}

    /** The text of the page. */
    public static Selection select(PageTree tree, Headline headline, ConsentDialogs dialogs, BoostedTrees trees) {
        return choose(tree, headline, dialogs, new BlockFeatures(tree, headline), trees)
                .selection();
    }

    /** Each block with its score and what decided on it, in page order. */
    public static List<ExplainedText> explain(
            PageTree tree, Headline headline, ConsentDialogs dialogs, BoostedTrees trees) {
        BlockFeatures features = new BlockFeatures(tree, headline);
        ChosenPassages<Block> chosen = choose(tree, headline, dialogs, features, trees);
        return ExplainedText.explain(
                tree.blocks(),
                chosen,
                block -> features.menuEntry(block) ? Rule.MENU_ENTRY : chosen.ruleOf(block),
                features::fill,
                trees);
    }

    private static ChosenPassages<Block> choose(
            PageTree tree, Headline headline, ConsentDialogs dialogs, BlockFeatures features, BoostedTrees trees) {
        double[] scores = scores(tree.blocks(), features, trees);
        ChosenPassages<Block> chosen = new ChosenPassages<>(
                tree.blocks(),
                scores,
                headline,
                rules(
                        tree,
                        dialogs,
                        RelatedBoxes.of(tree, scores),
                        TableHeads.of(tree, scores),
                        CountedPictures.captions(tree, scores),
                        Leads.of(tree, headline)));
        boolean live = LiveLines.manyStamps(chosen.kept());
        chosen.trimStart(block -> heading(tree, block) || (live && LiveLines.stamped(block.text())));
        dropStragglers(chosen);
        chosen.trimEnd(block -> heading(tree, block) || appeals(block));
        chosen.dropAuthorNote(tree.blocks());
        dropBoxHeadings(tree, chosen);
        return chosen;
    }

    /** Headings of elements that hold an appeal besides, and nothing that is kept: boxes between the paragraphs. */
    private static void dropBoxHeadings(PageTree tree, ChosenPassages<Block> chosen) {
        BitSet text = new BitSet();
        chosen.kept().stream()
                .filter(block -> !heading(tree, block))
                .map(Block::index)
                .forEach(text::set);
        BitSet inBoxes = new BitSet();
        chosen.kept().stream()
                .filter(block -> heading(tree, block))
                .map(heading -> tree.parentOf(tree.alone(heading)))
                .filter(box -> !anyIn(box, text))
                .forEach(box -> inBoxes.set(box.firstBlock, box.endBlock));
        BitSet appeals = new BitSet();
        inBoxes.stream()
                .mapToObj(tree.blocks()::get)
                .filter(block -> chosen.ruleOf(block) == Rule.SIGN_UP || appeals(block))
                .map(Block::index)
                .forEach(appeals::set);
        chosen.dropAll(
                block -> inBoxes.get(block.index()) && anyIn(tree.parentOf(tree.alone(block)), appeals),
                Rule.BOX_HEADING);
    }

    private static boolean anyIn(Region region, BitSet blocks) {
        int first = blocks.nextSetBit(region.firstBlock);
        return first >= 0 && first < region.endBlock;
    }

    private static ChosenPassages.Rules<Block> rules(
            PageTree tree, ConsentDialogs dialogs, RelatedBoxes boxes, BitSet tableHeads, BitSet captions, int lead) {
        return new ChosenPassages.Rules<>() {
            @Override
            public @Nullable Rule against(Block block) {
                if (dialogs.hold(block)) {
                    return Rule.CONSENT_DIALOG;
                }
                if (boxes.hold(block)) {
                    return Rule.RELATED_TEASER;
                }
                if (labelledLink(block)) {
                    return Rule.LABELLED_LINK;
                }
                if (asksForConsent(block)) {
                    return Rule.ASKS_CONSENT;
                }
                if (inLetterBox(tree, block)) {
                    return Rule.SIGN_UP;
                }
                return smallPrint(tree, block) ? Rule.SMALL_PRINT : OutsideText.of(block);
            }

            @Override
            public @Nullable Rule inFavour(Block block) {
                if (tableHeads.get(block.index())) {
                    return Rule.TABLE_HEAD;
                }
                if (captions.get(block.index())) {
                    return Rule.CAPTION;
                }
                return block.index() == lead ? Rule.LEAD : null;
            }

            @Override
            public boolean alike(Block one, Block other) {
                Region here = tree.regionOf(one);
                Region there = tree.regionOf(other);
                return here == there || (here.style == there.style && here.parent == there.parent);
            }
        };
    }

    private static double[] scores(List<Block> blocks, BlockFeatures features, BoostedTrees trees) {
        FeatureRow row = FeatureRow.unnamed();
        double[] scores = new double[blocks.size()];
        for (Block block : blocks) {
            if (!features.menuEntry(block)) {
                features.fill(row, block);
                scores[block.index()] = trees.score(row);
            }
        }
        return scores;
    }

    private static boolean heading(PageTree tree, Block block) {
        return tree.regionOf(block).headingLevel > 0;
    }

    /** Begins like an appeal, and speaks to the reader. */
    private static boolean appeals(Block block) {
        return (ShapeFeatures.notices(block) & Notices.APPEAL.first()) != 0 && ConsentText.addresses(block.text());
    }

    /** A link to another page with its label, in one block: {@code Read also: Harbour to be dredged}. */
    private static boolean labelledLink(Block block) {
        return block.linkShare() > MIN_LINKED
                && ((Notices.in(block.text()) & Notices.AFTERWORD.first()) != 0
                        || (block.shape().words() >= MIN_TITLE_WORDS
                                && CAPITAL_LABEL.matcher(block.text()).find()));
    }

    /** A paragraph that calls itself a disclaimer or the like, with no other in its element. */
    private static boolean smallPrint(PageTree tree, Block block) {
        Region region = tree.regionOf(block);
        return PARAGRAPHS.contains(region.tag)
                && Role.FOOTER.in(region.ownRoles)
                && region.endBlock - region.firstBlock == 1
                && region.goodBlocks < tree.regions().get(0).goodBlocks;
    }

    /** In a small element that is named after a newsletter. */
    private static boolean inLetterBox(PageTree tree, Block block) {
        Region region = tree.regionOf(block);
        for (int steps = 0; steps < MAX_BOX_STEPS && region.parent >= 0; steps++) {
            if (Role.NEWSLETTER.in(region.ownRoles) && region.headingLevel == 0) {
                return region.goodBlocks * SMALL_SHARE <= tree.regions().get(0).goodBlocks;
            }
            region = tree.parentOf(region);
        }
        return false;
    }

    private static boolean asksForConsent(Block block) {
        String text = block.text();
        return PERSONAL.stream().anyMatch(text::contains)
                && CONSENT.stream().allMatch(word -> word.matcher(text).find());
    }

    /** Short texts at the end that several blocks part from the running text are boxes of the next column. */
    private static void dropStragglers(ChosenPassages<Block> chosen) {
        List<Block> kept = chosen.kept();
        int end = kept.size();
        while (end > 0 && straggles(kept.get(end - 1)) && chosen.ruleOf(kept.get(end - 1)) == null) {
            end--;
        }
        for (int i = Math.max(1, end); i < kept.size(); i++) {
            if (kept.get(i).index() - kept.get(i - 1).index() > STRAGGLER_GAP) {
                chosen.drop(i, Rule.NEXT_COLUMN);
            }
        }
    }

    private static boolean straggles(Block block) {
        return !block.good() && block.shape().words() <= MAX_STRAGGLER_WORDS;
    }
}
