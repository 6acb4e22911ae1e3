package newsloom.cleaner.extract.verdict;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.date.PublishedSource;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.UrlWords;
import newsloom.cleaner.extract.select.Selection;
import newsloom.cleaner.extract.select.Teasers;
import org.jspecify.annotations.Nullable;

/** Tells lists of other pages from articles: front pages, sections, archives, search results, shelves of a shop. Each sign is weak, together they outweigh teasers that read like a text. */
final class IndexSigns {

    private static final Set<String> LIST_TYPES =
            Set.of("ItemList", "CollectionPage", "SearchResultsPage", "ProfilePage");
    private static final Set<String> PRODUCT_TYPES = Set.of("Product", "ProductGroup");
    private static final int ENOUGH = 3;
    /** Whatever systems write into its head: many call every page an article. */
    private static final int FRONT_PAGE_SIGNS = 3;

    private static final double LINKED = 0.5;
    private static final int SHORT_WORDS = 120;
    private static final int LONG_WORDS = 220;
    private static final int VERY_LONG_WORDS = 600;
    private static final int MANY_HEADINGS = 8;
    private static final int MANY_TEASERS = 6;
    private static final double MOST = 0.6;
    private static final double A_PART = 0.35;
    private static final double HARDLY_ANY = 0.1;
    private static final int OWN_TEXT_SIGNS = 2;
    private static final int STORY_WORDS = 60;
    private static final double NEARLY_ALL = 0.8;
    private static final int NEARLY_ALL_SIGNS = 3;
    private static final int SHELF_SIGNS = 2;
    private static final int MANY_PRICES = 12;
    private static final int MAX_PRICE_WORDS = 12;
    private static final Pattern PRICE =
            Pattern.compile("(?:[$€£¥₹]|USD|EUR|CHF|Rs\\.?)\\s?\\d|\\d\\s?(?:€|£|zł|kr\\b|Kč|₽|руб)");

    private final PageTree tree;
    private final String title;
    private final Selection selection;
    private final RawPage page;
    private final LinkedData data;
    private final boolean front;
    /** Of the page's address, see {@link PageUrls#listSigns}. */
    private final int listSigns;

    private IndexSigns(PageTree tree, String title, Selection selection, RawPage page, LinkedData data) {
        this.tree = tree;
        this.title = title;
        this.selection = selection;
        this.page = page;
        this.data = data;
        this.front = PageUrls.frontPage(page.url());
        this.listSigns = PageUrls.listSigns(page.url());
    }

    /** @param published when the page says it was published; lists mostly do not say so */
    static boolean enough(
            PageTree tree,
            String title,
            Selection selection,
            RawPage page,
            LinkedData data,
            @Nullable Published published) {
        return new IndexSigns(tree, title, selection, page, data).count(published) >= ENOUGH;
    }

    private int count(@Nullable Published published) {
        boolean saysArticle = saysArticle();
        long headings = linkedHeadings();
        int words = selection.words();
        int signs = 0;
        signs += front ? FRONT_PAGE_SIGNS : 0;
        signs -= tellsOfArticle() ? front ? 1 : 3 : saysArticle ? front ? 1 : 2 : 0;
        signs += published == null && listSigns == 2 ? 1 : 0;
        signs += data.pageIs(LIST_TYPES, page.url()) ? 1 : 0;
        signs += tree.regions().get(0).linkShare() > LINKED ? 1 : 0;
        signs += words < SHORT_WORDS ? 1 : 0;
        signs -= words >= LONG_WORDS ? 1 : 0;
        signs += headings >= MANY_HEADINGS ? 1 : 0;
        signs += headings >= 3 * MANY_HEADINGS ? 1 : 0;
        int beside = (published == null ? 1 : 0) + listSigns;
        int most = signs + NEARLY_ALL_SIGNS + beside + (saysArticle ? 0 : SHELF_SIGNS);
        if (most < ENOUGH) {
            return signs; // most pages need not be searched
        }
        Teasers teasers = Teasers.of(tree);
        double teased = teasers.shareOf(selection.paragraphs());
        boolean own = !front && teased <= HARDLY_ANY && textOfItsOwn(published) && !shelf();
        return signs + teaserSigns(teasers, teased, beside, saysArticle) - (own ? OWN_TEXT_SIGNS : 0);
    }

    /** Sentences enough, at an address of no list, below a date or a headline that the address repeats: lists around such a text say little. */
    private boolean textOfItsOwn(@Nullable Published published) {
        boolean dated = published != null && published.source() != PublishedSource.MODIFIED;
        return selection.wordsInSentences() >= STORY_WORDS
                && listSigns == 0
                && (dated || UrlWords.of(page.url()).repeat(title));
    }

    private int teaserSigns(Teasers teasers, double teased, int beside, boolean saysArticle) {
        int signs = selection.words() >= VERY_LONG_WORDS && teased < MOST ? -1 : 0;
        boolean related = teased <= A_PART && teasers.belowAfterword() && selection.wordsInSentences() >= STORY_WORDS;
        boolean counts = teasers.count() >= MANY_TEASERS || (teasers.count() > 0 && teased >= NEARLY_ALL && expected());
        if (counts && !related) {
            signs += teased >= NEARLY_ALL ? NEARLY_ALL_SIGNS : teased >= MOST ? 2 : 0;
            signs += beside;
            signs += !saysArticle && shelf() ? SHELF_SIGNS : 0;
        }
        return signs;
    }

    /** Whether a few teasers are enough: at a front page, or at an address of lists unless the page tells of an article. */
    private boolean expected() {
        return front || (listSigns == 2 && !tellsOfArticle());
    }

    /** By what systems write for articles only; many call every page an article in {@code og:type}. */
    private boolean tellsOfArticle() {
        return !data.type().isEmpty() || tree.hints().meta("article:published_time") != null;
    }

    private boolean saysArticle() {
        String type = tree.hints().meta("og:type");
        return tellsOfArticle()
                || (type != null && type.toLowerCase(Locale.ROOT).contains("article"));
    }

    private long linkedHeadings() {
        return tree.blocks().stream()
                .filter(block -> tree.regionOf(block).headingLevel > 0 && block.linkShare() > LINKED)
                .count();
    }

    /** Many prices, on a page that is not of one product. */
    private boolean shelf() {
        return !data.says(PRODUCT_TYPES)
                && tree.blocks().stream()
                                .filter(block -> block.shape().words() <= MAX_PRICE_WORDS
                                        && block.shape().digits() > 0
                                        && PRICE.matcher(block.text()).find())
                                .limit(MANY_PRICES)
                                .count()
                        == MANY_PRICES;
    }
}
