package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a block when it is scored: its own shape, the elements around it, its neighbours, its place relative to the headline and to the best
 * region, and set phrases. Gathered over the page in a few linear passes; then one row a block. For one page, not thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // features are numbered by it
final class BlockFeatures {

    private enum Scalar {
        WORDS,
        LINK_SHARE,
        LINKY,
        CAPITALISED,
        DIGITS,
        COMMAS,
        SENTENCE_END,
        ENDS_IN_COLON,
        TEASER_DOTS,
        UPPER_CASE,
        PIPES,
        GOOD,
        UNSPACED,
        PARENT_GOOD_SHARE,
        PARENT_GOOD_MOST,
        PARENT_LINK_SHARE,
        GRANDPARENT_GOOD_SHARE,
        GRANDPARENT_GOOD_MOST,
        GRANDPARENT_LINK_SHARE,
        PARENT_GOOD_BLOCKS,
        GRANDPARENT_GOOD_BLOCKS,
        REGION_GOOD_MANY,
        PREVIOUS_GOOD,
        NEXT_GOOD,
        BEFORE_PREVIOUS_GOOD,
        AFTER_NEXT_GOOD,
        BOTH_GOOD,
        PREVIOUS_LINKY,
        NEXT_LINKY,
        NEAR_GOOD,
        PREVIOUS_SAME_PARENT,
        NEXT_SAME_PARENT,
        BEFORE_HEADLINE,
        NO_HEADLINE,
        JUST_AFTER_HEADLINE,
        SAYS_HEADLINE,
        SAYS_DESCRIPTION,
        BEFORE_FIRST_GOOD,
        AFTER_LAST_GOOD,
        FAR_AFTER_LAST_GOOD,
        TAIL_OF_BEST,
        REPEATED,
        SAID_BEFORE,
        AFTER_AFTERWORD,
        AFTER_AFTERWORD_IN_BEST,
        DATED,
        DATE_ONLY,
        HEADING_BEFORE_GOOD,
        HEADING_AFTER_GOOD,
        SHORT_BETWEEN_GOOD,
        IN_BEST,
        CHILD_OF_BEST,
        BEST_SHARE,
        GRANDCHILD_OF_BEST,
        LIST_OF_LINKS,
        LIST_OF_TEXT,
        SAME_TAG_AS_MAIN,
        SAME_PLACE_AS_MAIN,
        OTHER_ARTICLE,
        QUOTED
    }

    private enum Shape {
        LONG,
        GOOD,
        SENTENCE,
        HEADING,
        LIST_TEXT,
        LIST_LINK,
        LINKY,
        MEDIUM,
        SHORT
    }

    private enum Place {
        CHILD,
        DEEP,
        OUTSIDE
    }

    private static final List<String> TAGS = List.of(
            "p",
            "li",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "td",
            "th",
            "dd",
            "dt",
            "blockquote",
            "pre",
            "figcaption",
            "span",
            "summary",
            "address",
            "label",
            "body",
            "html",
            "other");
    private static final int SHAPES_AT = Scalar.values().length;
    private static final int TAGS_AT = SHAPES_AT + Shape.values().length * Place.values().length;
    private static final int ROLES_AT = TAGS_AT + TAGS.size();
    private static final int GOOD_ROLES_AT = ROLES_AT + Role.values().length;
    private static final int NOTICES_AT = GOOD_ROLES_AT + Role.values().length;
    private static final int LENGTHS_AT = NOTICES_AT + Notices.values().length * 4;
    private static final int[] LENGTHS = {2, 4, 7, 12, 20, 35, 60, Integer.MAX_VALUE};

    /** Names of all features; a feature's number is its position. */
    static final List<String> NAMES = names();

    private final PageTree tree;
    private final Headline headline;
    private final Region best;
    private final List<Block> blocks;
    private final int[] goodBefore;
    private final int[] notices;
    private final Map<String, Integer> firstSaid = new HashMap<>();
    private final boolean[] repeated;
    private final boolean[] afterAfterword;
    private final String description;
    private final String mainPlace;
    private int firstGood = -1;
    private int lastGood = -1;

    BlockFeatures(PageTree tree, Headline headline, Region best) {
        this.tree = tree;
        this.headline = headline;
        this.best = best;
        this.blocks = tree.blocks();
        this.goodBefore = new int[blocks.size() + 1];
        this.notices = new int[blocks.size()];
        this.repeated = new boolean[blocks.size()];
        this.afterAfterword = new boolean[blocks.size()];
        String told = tree.hints().meta("og:description", "description", "twitter:description");
        this.description = told == null ? "" : Names.fold(told.length() > 120 ? told.substring(0, 120) : told);
        blocks.forEach(this::survey);
        this.mainPlace = mainPlace();
    }

    private void survey(Block block) {
        int i = block.index();
        notices[i] = block.shape().words() <= 60 ? Notices.in(block.text()) : 0;
        goodBefore[i + 1] = goodBefore[i] + (block.good() ? block.shape().weight() : 0);
        Integer first = firstSaid.putIfAbsent(block.text(), i);
        if (first != null) {
            repeated[i] = true;
            repeated[first] = true;
        }
        boolean opens =
                (notices[i] & Notices.AFTERWORD.first()) != 0 && block.shape().words() <= 8 && i > headline.block();
        afterAfterword[i] = opens || (i > 0 && afterAfterword[i - 1] && goodBefore[i] > 0);
        if (block.good() && tree.within(tree.regionOf(block), best)) {
            firstGood = firstGood < 0 ? i : firstGood;
            lastGood = i;
        }
    }

    /** Where most of the best region's running text stands: tag and parent. */
    private String mainPlace() {
        Map<String, Integer> weights = new HashMap<>();
        for (int i = Math.max(0, firstGood); i <= lastGood; i++) {
            if (blocks.get(i).good()) {
                weights.merge(place(blocks.get(i)), blocks.get(i).shape().weight(), Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private String place(Block block) {
        Region region = tree.regionOf(block);
        return region.tag + region.parent;
    }

    int notices(int block) {
        return notices[block];
    }

    /** Fills the row with the features of a block. */
    void fill(FeatureRow row, Block block) {
        row.clear();
        shape(row, block);
        surroundings(row, block);
        neighbours(row, block);
        position(row, block);
        phrases(row, block);
    }

    private void shape(FeatureRow row, Block block) {
        TextShape shape = block.shape();
        double words = Math.max(1, shape.words());
        set(row, Scalar.WORDS, Math.log1p(shape.words()) / 5);
        set(row, Scalar.LINK_SHARE, block.linkShare());
        set(row, Scalar.LINKY, block.linkShare() > 0.7);
        set(row, Scalar.CAPITALISED, Math.min(1, shape.capitalised() / words));
        set(row, Scalar.DIGITS, Math.min(1, shape.digits() / (double) Math.max(1, shape.chars())));
        set(row, Scalar.COMMAS, Math.min(1, shape.commas() * 10 / words));
        set(row, Scalar.SENTENCE_END, shape.sentenceEnd());
        String text = block.text();
        set(row, Scalar.ENDS_IN_COLON, text.endsWith(":"));
        set(row, Scalar.TEASER_DOTS, text.endsWith("...") || text.endsWith("…") || text.endsWith("[…]"));
        set(row, Scalar.UPPER_CASE, shape.words() > 1 && text.equals(text.toUpperCase(java.util.Locale.ROOT)));
        set(row, Scalar.PIPES, text.contains(" | ") || text.contains(" · ") || text.contains(" • "));
        set(row, Scalar.GOOD, block.good());
        set(row, Scalar.UNSPACED, shape.unspaced());
        set(row, Scalar.QUOTED, "\"“„«»'‘".indexOf(text.charAt(0)) >= 0);
        row.set(
                SHAPES_AT
                        + shapeOf(block).ordinal() * Place.values().length
                        + placeOf(block).ordinal(),
                1);
        int bucket = 0;
        while (shape.words() > LENGTHS[bucket]) {
            bucket++;
        }
        row.set(LENGTHS_AT + bucket, 1);
    }

    private Shape shapeOf(Block block) {
        Region region = tree.regionOf(block);
        boolean list = Role.LIST.in(region.ownRoles)
                || region.tag.equals("li")
                || tree.parentOf(region).tag.equals("li");
        boolean linky = block.linkShare() > 0.6;
        if (region.headingLevel > 0) {
            return Shape.HEADING;
        }
        if (list) {
            return linky ? Shape.LIST_LINK : Shape.LIST_TEXT;
        }
        if (linky) {
            return Shape.LINKY;
        }
        if (block.good()) {
            return block.shape().weight() > 150 ? Shape.LONG : Shape.GOOD;
        }
        if (block.shape().sentenceEnd()) {
            return Shape.SENTENCE;
        }
        return block.shape().words() >= 5 ? Shape.MEDIUM : Shape.SHORT;
    }

    private Place placeOf(Block block) {
        Region region = tree.regionOf(block);
        if (!tree.within(region, best)) {
            return Place.OUTSIDE;
        }
        return region == best || region.parent == best.index ? Place.CHILD : Place.DEEP;
    }

    private void surroundings(FeatureRow row, Block block) {
        Region region = tree.regionOf(block);
        Region parent = tree.parentOf(region);
        Region grandparent = tree.parentOf(parent);
        double all = Math.max(1, tree.regions().get(0).goodWeight);
        set(row, Scalar.PARENT_GOOD_SHARE, parent.goodWeight / all);
        set(row, Scalar.PARENT_GOOD_MOST, parent.goodWeight > 0.5 * all);
        set(row, Scalar.PARENT_LINK_SHARE, parent.linkShare());
        set(row, Scalar.GRANDPARENT_GOOD_SHARE, grandparent.goodWeight / all);
        set(row, Scalar.GRANDPARENT_GOOD_MOST, grandparent.goodWeight > 0.5 * all);
        set(row, Scalar.GRANDPARENT_LINK_SHARE, grandparent.linkShare());
        set(row, Scalar.PARENT_GOOD_BLOCKS, Math.min(1, parent.goodBlocks / 5.0));
        set(row, Scalar.GRANDPARENT_GOOD_BLOCKS, Math.min(1, grandparent.goodBlocks / 5.0));
        set(row, Scalar.REGION_GOOD_MANY, region.goodBlocks > 1);
        boolean inBest = tree.within(region, best);
        set(row, Scalar.IN_BEST, inBest);
        set(row, Scalar.CHILD_OF_BEST, inBest && region.parent == best.index);
        set(row, Scalar.GRANDCHILD_OF_BEST, inBest && parent.parent == best.index);
        set(row, Scalar.BEST_SHARE, inBest ? best.goodWeight / all : 0);
        boolean list = Role.LIST.in(parent.ownRoles) || Role.LIST.in(grandparent.ownRoles);
        set(row, Scalar.LIST_OF_LINKS, list && parent.linkShare() > 0.5);
        set(row, Scalar.LIST_OF_TEXT, list && parent.linkShare() < 0.2);
        String place = place(block);
        set(row, Scalar.SAME_PLACE_AS_MAIN, place.equals(mainPlace));
        set(row, Scalar.SAME_TAG_AS_MAIN, mainPlace.startsWith(region.tag) && inBest);
        int tag = TAGS.indexOf(region.tag);
        row.set(TAGS_AT + (tag < 0 ? TAGS.size() - 1 : tag), 1);
        int roles = region.roles;
        for (Role role : Role.values()) {
            row.set(ROLES_AT + role.ordinal(), role.in(roles));
            row.set(GOOD_ROLES_AT + role.ordinal(), role.in(roles) && block.good());
        }
    }

    private void neighbours(FeatureRow row, Block block) {
        int i = block.index();
        boolean previous = good(i - 1);
        boolean next = good(i + 1);
        set(row, Scalar.PREVIOUS_GOOD, previous);
        set(row, Scalar.NEXT_GOOD, next);
        set(row, Scalar.BEFORE_PREVIOUS_GOOD, good(i - 2));
        set(row, Scalar.AFTER_NEXT_GOOD, good(i + 2));
        set(row, Scalar.BOTH_GOOD, previous && next);
        set(row, Scalar.PREVIOUS_LINKY, linky(i - 1));
        set(row, Scalar.NEXT_LINKY, linky(i + 1));
        set(row, Scalar.PREVIOUS_SAME_PARENT, sameParent(block, i - 1));
        set(row, Scalar.NEXT_SAME_PARENT, sameParent(block, i + 1));
        int from = Math.max(0, i - 5);
        int to = Math.min(blocks.size(), i + 6);
        set(row, Scalar.NEAR_GOOD, Math.log1p(goodBefore[to] - goodBefore[from]) / 8);
        boolean heading = tree.regionOf(block).headingLevel > 0;
        set(row, Scalar.HEADING_BEFORE_GOOD, heading && next && sameParent(block, i + 1));
        set(row, Scalar.HEADING_AFTER_GOOD, heading && previous && next);
        set(
                row,
                Scalar.SHORT_BETWEEN_GOOD,
                !block.good() && !heading && previous && next && sameParent(block, i + 1) && sameParent(block, i - 1));
    }

    private boolean good(int i) {
        return i >= 0 && i < blocks.size() && blocks.get(i).good();
    }

    private boolean linky(int i) {
        return i >= 0 && i < blocks.size() && blocks.get(i).linkShare() > 0.6;
    }

    private boolean sameParent(Block block, int other) {
        return other >= 0
                && other < blocks.size()
                && tree.regionOf(blocks.get(other)).parent == tree.regionOf(block).parent;
    }

    private void position(FeatureRow row, Block block) {
        int i = block.index();
        int since = i - headline.block();
        set(row, Scalar.NO_HEADLINE, headline.block() < 0);
        set(row, Scalar.BEFORE_HEADLINE, headline.block() >= 0 && since < 0);
        set(row, Scalar.JUST_AFTER_HEADLINE, headline.block() >= 0 && since > 0 && since < 6);
        set(row, Scalar.SAYS_HEADLINE, headline.saidAgainBy(block.text()));
        set(row, Scalar.SAYS_DESCRIPTION, saysDescription(block));
        set(row, Scalar.BEFORE_FIRST_GOOD, i < firstGood);
        set(row, Scalar.AFTER_LAST_GOOD, i > lastGood);
        set(row, Scalar.FAR_AFTER_LAST_GOOD, i > lastGood + 4);
        boolean tail = firstGood >= 0
                && goodBefore[i] > goodBefore[firstGood] + 0.9 * (goodBefore[lastGood + 1] - goodBefore[firstGood]);
        set(row, Scalar.TAIL_OF_BEST, tail);
        set(row, Scalar.REPEATED, repeated[i]);
        set(row, Scalar.SAID_BEFORE, repeated[i] && firstSaid.getOrDefault(block.text(), i) < i);
        boolean after = afterAfterword[i];
        set(row, Scalar.AFTER_AFTERWORD, after);
        set(row, Scalar.AFTER_AFTERWORD_IN_BEST, after && tree.within(tree.regionOf(block), best));
        set(
                row,
                Scalar.OTHER_ARTICLE,
                Role.ARTICLE.in(tree.regionOf(block).roles) && !tree.within(tree.regionOf(block), best));
    }

    private boolean saysDescription(Block block) {
        if (description.length() < 40 || block.text().length() < 40) {
            return false;
        }
        String text = Names.fold(block.text().length() > 200 ? block.text().substring(0, 200) : block.text());
        return text.startsWith(description.substring(0, 40));
    }

    private void phrases(FeatureRow row, Block block) {
        int found = notices[block.index()];
        boolean isShort = block.shape().words() <= 15;
        for (Notices notice : Notices.values()) {
            int at = NOTICES_AT + notice.ordinal() * 4;
            row.set(at, (found & notice.anywhere()) != 0 && isShort);
            row.set(at + 1, (found & notice.anywhere()) != 0 && !isShort);
            row.set(at + 2, (found & notice.first()) != 0);
            row.set(at + 3, (found & notice.whole()) != 0);
        }
        boolean dated =
                block.shape().digits() >= 4 && block.shape().words() <= 20 && DateText.mentionsDate(block.text());
        set(row, Scalar.DATED, dated);
        set(row, Scalar.DATE_ONLY, dated && block.shape().words() <= 8);
    }

    private static void set(FeatureRow row, Scalar scalar, double value) {
        row.set(scalar.ordinal(), value);
    }

    private static void set(FeatureRow row, Scalar scalar, boolean holds) {
        row.set(scalar.ordinal(), holds);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scalar scalar : Scalar.values()) {
            names.add(scalar.name());
        }
        for (Shape shape : Shape.values()) {
            for (Place place : Place.values()) {
                names.add(shape + "@" + place);
            }
        }
        TAGS.forEach(tag -> names.add("tag:" + tag));
        for (String prefix : List.of("role:", "good+role:")) {
            for (Role role : Role.values()) {
                names.add(prefix + role);
            }
        }
        for (Notices notice : Notices.values()) {
            for (String where : List.of("short", "long", "first", "whole")) {
                names.add("notice:" + notice + ":" + where);
            }
        }
        for (int length : LENGTHS) {
            names.add("words<=" + length);
        }
        return List.copyOf(names);
    }
}
