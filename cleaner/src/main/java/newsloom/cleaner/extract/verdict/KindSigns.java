package newsloom.cleaner.extract.verdict;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageHints;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.select.LiveLines;
import newsloom.cleaner.extract.select.Selection;

/** Tells kinds of page apart that all have running text: by what JSON-LD and {@code meta} say, and by the address. */
public final class KindSigns {

    private static final Set<String> FORUM_TYPES = Set.of("DiscussionForumPosting", "QAPage");
    private static final Set<String> PRODUCT_TYPES = Set.of("Product", "ProductGroup");
    private static final Set<String> GALLERY_TYPES = Set.of("ImageGallery", "MediaGallery");
    private static final Pattern FORUM_PLACE = Pattern.compile(
            "(?i)//(?:bbs|forums?|boards?|community|discuss(?:ions?)?|answers|talk)\\.|[/.-]forums?[/.]|forums?\\.(?:com|net|org)/|/community/");
    private static final Pattern THREAD = Pattern.compile(
            "(?i)viewtopic|viewthread|/thread-\\d|showthread|/threads?[/-]|[?&]threads?[/=]|/questions/\\d|/topic/\\d|/t/(?:[^/]+/)?\\d|/discussions?/\\d|/r/\\w+/comments/");
    private static final Pattern SURE_THREAD =
            Pattern.compile("(?i)viewtopic\\.php|showthread\\.php|/r/\\w+/comments/");
    private static final Pattern FORUM_SOFTWARE =
            Pattern.compile("(?i)^(?:discourse|discuz!?|vbulletin|phpbb|mybb|xenforo|flarum|smf|invision|nodebb)\\b");
    private static final Pattern GALLERY_URL = Pattern.compile(
            "(?i)/(?:photo-?|picture-?|image-?|bilder-?|foto-?)?(?:galler(?:y|ies)|galerie[ns]?|galeria|galería|slideshows?|diaporama|strecken?|bilderserie)(?:[/.-]|$)|/(?:photos|pictures|in-pictures|fotostrecke|fotos)/");
    private static final Pattern GALLERY_TITLE = Pattern.compile(
            "^\\W*(?:in (?:pictures|photos|bildern|beeld)|photo ?gallery|photos?:|pictures:|gallery:|fotostrecke|bilderstrecke|bildergalerie|en (?:images|photos|imágenes|fotos)|diaporama|foto ?galería|fotogallery|em imagens|galeria (?:de fotos|zdjęć)|i (?:bilder|billeder)|фото(?:галерея|репортаж))(?!\\p{L})"
                    + "|[-–—:|(\\[]\\s*(?:in (?:pictures|photos|bildern)|photos|photo gallery|en (?:images|photos|imágenes)|fotos|fotogallery|фото)[)\\]]?$"
                    + "|^(?:写真|画像|组图|图集)|(?:写真|画像)特集|^\\[?(?:포토|화보)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LIVE_URL = Pattern.compile(
            "(?i)/live/|[/-]live-?(?:blog|ticker|updates?|text|stream-?text)\\b|[/-](?:newsticker|minute-by-minute|as-it-happened|en-direct|en-vivo|minuto-a-minuto|in-diretta|ao-vivo)(?:[/.-]|$)");
    private static final Pattern LIVE_TITLE = Pattern.compile(
            "^(?:live|liveticker|live-ticker|liveblog|en direct|direct|en vivo|diretta|ao vivo|онлайн)\\s*[:|–—-]|as it happened",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MANY_STAMPS = 4;
    private static final int LINES_ABOVE = 4;
    private static final int MANY_PICTURES = 6;
    private static final int WORDS_A_PICTURE = 60;

    private KindSigns() {}

    /** Whether the page is a thread of a forum, or questions and answers. A page that says it is an article of the news is none. */
    static boolean forum(PageHints hints, LinkedData data, String url) {
        if (data.type().endsWith("Article")) {
            return false;
        }
        String generator = hints.meta("generator");
        boolean software =
                generator != null && FORUM_SOFTWARE.matcher(generator).find();
        boolean place = FORUM_PLACE.matcher(url).find();
        boolean thread = THREAD.matcher(url).find();
        return data.says(FORUM_TYPES)
                || software
                || (place && thread)
                || SURE_THREAD.matcher(url).find();
    }

    /** The kind of a page that gave an article. */
    public static PageKind kind(PageTree tree, LinkedData data, Headline headline, boolean gallery, String url) {
        String title = headline.text();
        String type = tree.hints().meta("og:type");
        String told = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (data.type().startsWith("LiveBlog") || live(tree, title, url)) {
            return PageKind.LIVE_BLOG;
        }
        if (gallery) {
            return PageKind.GALLERY;
        }
        if (data.type().endsWith("Article") || told.contains("article")) {
            return PageKind.ARTICLE;
        }
        boolean product = data.says(PRODUCT_TYPES) || headsProduct(tree, headline);
        return told.contains("product") || (data.type().isEmpty() && product) ? PageKind.PRODUCT : PageKind.ARTICLE;
    }

    /** Whether the headline stands in what microdata calls a product. */
    private static boolean headsProduct(PageTree tree, Headline headline) {
        int block = headline.block();
        return tree.regions().stream()
                .anyMatch(region -> region.product && region.firstBlock <= block && block < region.endBlock);
    }

    /** Its headline or address says so, and several of its blocks begin with the time of day. */
    private static boolean live(PageTree tree, String title, String url) {
        return saysLive(title, url)
                && tree.blocks().stream()
                                .filter(block -> LiveLines.stamped(block.text()))
                                .limit(MANY_STAMPS)
                                .count()
                        == MANY_STAMPS;
    }

    private static boolean saysLive(String title, String url) {
        return LIVE_URL.matcher(url).find() || LIVE_TITLE.matcher(title).find();
    }

    /**
     * The lines of the entries where a page of plain text is a live blog: headline, address, a line right above them or their form says so, and several begin with the time of day; else
     * none.
     */
    public static BitSet liveLines(List<TextLine> lines, String title, String url) {
        BitSet entries = LiveLines.of(lines);
        boolean live =
                entries.isEmpty() || saysLive(lines, entries, title, url) || LiveLines.tellThemselves(lines, entries);
        return live ? entries : new BitSet();
    }

    /** The kind of a page of plain text that gave an article, by those entries. Where only their form tells, they have to go back in time. */
    public static PageKind kind(List<TextLine> lines, BitSet entries, String title, String url) {
        boolean live =
                !entries.isEmpty() && (saysLive(lines, entries, title, url) || LiveLines.newestFirst(lines, entries));
        return live ? PageKind.LIVE_BLOG : PageKind.ARTICLE;
    }

    private static boolean saysLive(List<TextLine> lines, BitSet entries, String title, String url) {
        int first = entries.nextSetBit(0);
        return saysLive(title, url)
                || lines.subList(Math.max(0, first - LINES_ABOVE), first).stream()
                        .anyMatch(line -> saysLive(line.text(), url));
    }

    /** Whether the page is one of pictures: says so in its data or headline, or lies where galleries do; and has many pictures for its text. */
    public static boolean gallery(PageTree tree, LinkedData data, String title, Selection selection, String url) {
        boolean says = data.says(GALLERY_TYPES)
                || GALLERY_URL.matcher(url).find()
                || GALLERY_TITLE.matcher(title).find();
        if (!says) {
            return false;
        }
        long pictures = tree.regions().stream()
                .filter(region -> region.tag.equals("figure") || Role.CAPTION.in(region.ownRoles))
                .count();
        return pictures >= MANY_PICTURES && selection.words() <= pictures * WORDS_A_PICTURE;
    }
}
