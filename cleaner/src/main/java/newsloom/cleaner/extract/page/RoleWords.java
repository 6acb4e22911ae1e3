package newsloom.cleaner.extract.page;

import static newsloom.cleaner.extract.page.Role.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.cleaner.extract.words.WordNumbers;

/**
 * Reads roles off class names and ids. Names are cut at anything that is no letter and at camel case ({@code relatedLinks-box} → related, links,
 * box), and each word is looked up; two words that only mean something together stand in the table as one ({@code article+body}). Keeps what it has
 * read for one page, so not thread-safe.
 */
final class RoleWords {

    /** Names an element of a tool that asks for consent; no role, and no bit of one. */
    static final int CONSENT_TOOL = 1 << 30;

    private static final int MAX_NAME_CHARS = 300;
    /** Roles of words, and of two words with a plus between. */
    private static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        words(
                NAVIGATION,
                "nav navbar navigation navi menu menubar submenu topbar breadcrumb breadcrumbs crumbs pagination pager sitemap toc skip tabs subnav navigacion");
        words(FOOTER, "footer foot colophon copyright imprint legal disclaimer bottombar fuss");
        words(HEADER, "header masthead topper banner");
        words(ASIDE, "sidebar aside rail sidenav complementary marginal infobox factbox sidecolumn secondary");
        words(FIGURE, "figure image img picture photo bild foto imagen lightbox");
        words(
                CAPTION,
                "caption captions figcaption credit credits bildunterschrift bildtext legende copyrights cutline didascalia leyenda piefoto pie+foto pie+de");
        words(HIDDEN, "hidden hide offscreen invisible sr visuallyhidden screenreader");
        words(
                COMMENTS,
                "comment comments disqus commenting kommentar kommentare reply replies respond comentarios discussion coral");
        words(
                RELATED,
                "related recommended recommendation recommendations recommend more trending popular latest teaser teasers promo mostread read+more more+news more+stories most+read most+popular readnext outbrain taboola zergnet suggested similar also next prev previous card cards carousel slider swiper archive archives headlines verwandt weitere mehr topstories linklist artikelliste feed upnext seealso relacionadas relacionados noticias associes");
        words(
                SHARE,
                "share shares sharing social socials addthis addtoany sharedaddy socialmedia sharebar shariff follow teilen twitter facebook whatsapp");
        words(
                PROMOTION,
                "ad ads adv advert advertisement advertising adslot sponsor sponsored sponsors dfp werbung anzeige publicidad promotion promoted marketing cta affiliate banner+ad paywall subscribe subscription abo donate donation support appeal piano upsell");
        words(NEWSLETTER, "newsletter newsletters signup mailchimp optin sign+up mailing");
        words(
                BYLINE,
                "byline author authors autor autoren writer contributor contributors signature auteur auteurs reporter dateline meta+author firma autore autori redactor redacteur verfasser forfatter författare yazar");
        words(
                DATE,
                "date datetime timestamp time pubdate published publish posted postdate datum fecha updated created lastmod modified publication+date meta postmeta entrymeta articlemeta infos");
        words(CONSENT, "cookie cookies consent gdpr cmp onetrust didomi privacy usercentrics cookiebot");
        words(
                CONSENT_TOOL,
                "onetrust didomi usercentrics cookiebot cybot cookiescript cookieyes cookiefirst cookiehub cookieconsent tarteaucitron truste trustarc cmplz complianz borlabs cky klaro axeptio termly osano evidon cmpbox cmpwrapper consentmanager qc+cmp sp+message iubenda+cs fc+consent cookie+law eu+cookie moove+gdpr cc+window");
        words(
                TAGS,
                "tags tag taglist keywords topics categories category tagcloud kicker eyebrow overline label labels section+name rubrik");
        words(MEDIA, "video player audio gallery podcast media slideshow galerie jwplayer galleria");
        words(FORM, "form login search suche input modal popup overlay dialog register survey poll quiz");
        words(
                BIOGRAPHY,
                "bio biography about+author author+bio author+box author+info author+description autorenbox vita author+card about+the+author");
        words(EMBED, "embed tweet instagram iframe widget widgets twitter+tweet embedded");
        words(TITLE, "headline title titel heading titulo titre");
        words(
                LEAD,
                "lead lede standfirst dek deck subtitle subheadline subhead teaser+text summary abstract excerpt intro vorspann chapo entradilla anleser sommario untertitel preamble ingress bajada copete catenaccio occhiello perex sapo zajawka");
        words(ARTICLE, "article story post entry artikel articolo nota noticia hentry");
        words(MAIN, "main content primary inhalt contenido contenu");
        words(
                BODY_TEXT,
                "articlebody article+body article+content article+text body+text story+body story+content story+text post+body post+content entry+content entrycontent postcontent storybody articletext richtext rich+text content+body td+post post+text body+content article+main page+content single+content paywall+content articlecontent bodytext newsbody news+text news+content text+content texto cuerpo wysiwyg prose paragraph paragraphs copy");
    }

    private static final Set<String> SINGLE = WORDS.keySet().stream()
            .flatMap(words -> Stream.of(words.split("\\+", -1)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    private static final WordNumbers NUMBERS = WordNumbers.of(SINGLE);
    /** By number of the word. */
    private static final int[] ROLES =
            SINGLE.stream().mapToInt(word -> WORDS.getOrDefault(word, 0)).toArray();
    /** By number of the first word, then of the second; empty where a word begins no two. */
    private static final int[][] ROLES_OF_TWO =
            SINGLE.stream().map(RoleWords::rolesWithNext).toArray(int[][]::new);

    private final Map<String, Integer> seen = new HashMap<>();

    private static void words(Role role, String words) {
        words(role.bit(), words);
    }

    private static void words(int bit, String words) {
        for (String word : words.split(" ", -1)) {
            WORDS.merge(word, bit, (one, other) -> one | other);
        }
    }

    private static int[] rolesWithNext(String word) {
        int[] roles = SINGLE.stream()
                .mapToInt(next -> WORDS.getOrDefault(word + "+" + next, 0))
                .toArray();
        return Arrays.stream(roles).allMatch(bits -> bits == 0) ? new int[0] : roles;
    }

    private static int ofBoth(int before, int word) {
        return before == WordNumbers.UNKNOWN || ROLES_OF_TWO[before].length == 0 ? 0 : ROLES_OF_TWO[before][word];
    }

    /** The roles that a class or id names, as bits; with {@link #CONSENT_TOOL}. */
    int of(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        Integer known = seen.get(name);
        if (known == null) {
            known = read(name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS));
            seen.put(name, known);
        }
        return known;
    }

    private static int read(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String small = lower.length() == name.length() ? lower : name; // so that letters stand at the same places
        int roles = 0;
        int before = WordNumbers.UNKNOWN;
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            boolean ends = !letter(c);
            boolean hump = !ends && i > start && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            if ((ends || hump) && i > start) {
                int word = NUMBERS.of(small, start, i);
                roles |= word == WordNumbers.UNKNOWN ? 0 : ROLES[word] | ofBoth(before, word);
                before = word;
            }
            if (ends) {
                start = i + 1;
            } else if (hump) {
                start = i;
            }
        }
        return roles;
    }

    /** As {@link Character#isLetter(char)} says, told at once for ASCII. */
    private static boolean letter(char c) {
        return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
    }
}
