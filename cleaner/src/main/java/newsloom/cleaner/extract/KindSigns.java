package newsloom.cleaner.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells kinds of page apart that all have running text: by what JSON-LD and {@code meta} say, and by the address. */
final class KindSigns {

    private static final Set<String> FORUM_TYPES = Set.of("DiscussionForumPosting", "QAPage");
    private static final Set<String> PRODUCT_TYPES = Set.of("Product", "ProductGroup");
    private static final Set<String> GALLERY_TYPES = Set.of("ImageGallery", "MediaGallery");
    private static final Pattern FORUM_PLACE = Pattern.compile(
            "(?i)//(?:forums?|boards?|community|discuss(?:ions?)?|answers|talk)\\.|[/.-]forums?[/.]|forums?\\.(?:com|net|org)/|/community/");
    private static final Pattern THREAD = Pattern.compile(
            "(?i)viewtopic|showthread|/threads?[/-]|[?&]threads?[/=]|/questions/\\d|/topic/\\d|/t/(?:[^/]+/)?\\d|/discussions?/\\d|/r/\\w+/comments/");
    private static final Pattern SURE_THREAD =
            Pattern.compile("(?i)viewtopic\\.php|showthread\\.php|/r/\\w+/comments/");
    private static final Pattern FORUM_SOFTWARE =
            Pattern.compile("(?i)^(?:discourse|vbulletin|phpbb|mybb|xenforo|flarum|smf|invision|nodebb)\\b");
    private static final Pattern GALLERY_URL = Pattern.compile(
            "(?i)/(?:photo-?|picture-?|image-?|bilder-?|foto-?)?(?:galler(?:y|ies)|galerie[ns]?|galeria|galería|slideshows?|diaporama|strecken?|bilderserie)(?:[/.-]|$)|/(?:photos|pictures|in-pictures|fotostrecke|fotos)/");
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
    static PageKind kind(PageTree tree, LinkedData data, Selection selection, String url) {
        String type = tree.hints().meta("og:type");
        String told = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (data.type().startsWith("LiveBlog")) {
            return PageKind.LIVE_BLOG;
        }
        if (gallery(tree, data, selection, url)) {
            return PageKind.GALLERY;
        }
        if (data.type().endsWith("Article") || told.contains("article")) {
            return PageKind.ARTICLE;
        }
        return told.contains("product") || (data.type().isEmpty() && data.says(PRODUCT_TYPES))
                ? PageKind.PRODUCT
                : PageKind.ARTICLE;
    }

    /** Says so, or lies where galleries do; and has many pictures for its text. */
    private static boolean gallery(PageTree tree, LinkedData data, Selection selection, String url) {
        boolean says = data.says(GALLERY_TYPES) || GALLERY_URL.matcher(url).find();
        if (!says) {
            return false;
        }
        long pictures = tree.regions().stream()
                .filter(region -> region.tag.equals("figure") || Role.CAPTION.in(region.ownRoles))
                .count();
        return pictures >= MANY_PICTURES && selection.words() <= pictures * WORDS_A_PICTURE;
    }
}
