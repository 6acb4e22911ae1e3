package newsloom.cleaner.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.cleaner.extract.select.Selection;
import org.junit.jupiter.api.Test;

class KindSignsTest {

    private static final String TITLE = "The quay after the storm";
    private static final String FIGURE =
            "<figure><figcaption>The quay on the day after the storm</figcaption></figure>";

    @Test
    void tellsForumsByWhatTheySayAndWhereTheyStand() {
        assertThat(forum(linkedData("DiscussionForumPosting"), "https://a.example/t/1"))
                .isTrue();
        assertThat(forum("<meta name=generator content='Discourse 3.2'>", "https://a.example/about"))
                .isTrue();
        assertThat(forum("", "https://a.example/forum/showthread.php?t=1")).isTrue();
        assertThat(forum("", "https://forums.boats.example/threads/which-anchor.77/"))
                .isTrue();
        assertThat(forum("", "https://community.boats.example/t/which-anchor/77"))
                .isTrue();
    }

    @Test
    void takesNewsOfForumsAndThreadsForNews() {
        assertThat(forum("", "https://a.example/news/forums-of-rome")).isFalse();
        assertThat(forum("", "https://a.example/topic/12-harbours")).isFalse();
        assertThat(forum("", "https://forum.example/2026/09/summit-opens")).isFalse();
        assertThat(forum(
                        linkedData("NewsArticle") + linkedData("DiscussionForumPosting"),
                        "https://forum.example/threads/1"))
                .isFalse();
    }

    @Test
    void tellsShopsFromArticlesThatNameAProduct() {
        assertThat(kind(linkedData("Product"), "https://a.example/p/1")).isEqualTo(PageKind.PRODUCT);
        assertThat(kind(linkedData("Product") + linkedData("NewsArticle"), "https://a.example/p/1"))
                .isEqualTo(PageKind.ARTICLE);
        assertThat(kind("<meta property=og:type content=article>", "https://a.example/news/1"))
                .isEqualTo(PageKind.ARTICLE);
    }

    @Test
    void tellsAProductByMicrodataAroundTheHeadline() {
        String product = "<main itemscope itemtype=https://schema.org/Product><h1>Oilskin hat</h1></main>";
        assertThat(kind(product, "https://a.example/oilskin-hat")).isEqualTo(PageKind.PRODUCT);
        assertThat(kind(linkedData("NewsArticle") + product, "https://a.example/oilskin-hat"))
                .isEqualTo(PageKind.ARTICLE);
        assertThat(kind("<h1>Ten hats for the rain</h1>" + product, "https://a.example/ten-hats"))
                .isEqualTo(PageKind.ARTICLE);
    }

    @Test
    void tellsAGalleryByItsAddressAndItsPictures() {
        assertThat(kind(FIGURE.repeat(8), "https://a.example/gallery/storm")).isEqualTo(PageKind.GALLERY);
        assertThat(kind(linkedData("ImageGallery") + FIGURE.repeat(8), "https://a.example/storm"))
                .isEqualTo(PageKind.GALLERY);
        assertThat(kind(FIGURE.repeat(8), "https://a.example/storm")).isEqualTo(PageKind.ARTICLE);
        assertThat(kind(FIGURE, "https://a.example/gallery/storm")).isEqualTo(PageKind.ARTICLE);
    }

    @Test
    void tellsAGalleryByItsHeadline() {
        PageTree tree = tree(FIGURE.repeat(8));
        Selection selection = Selection.of(List.of("The quay on the day after the storm."), 1);
        for (String title : List.of(
                "In pictures: the quay after the storm",
                "The quay after the storm – in pictures",
                "Fotostrecke: der Kai nach dem Sturm",
                "En images : le quai après la tempête")) {
            assertThat(KindSigns.gallery(tree, LinkedData.NONE, title, selection, "https://a.example/1"))
                    .as(title)
                    .isTrue();
        }
        assertThat(KindSigns.gallery(
                        tree, LinkedData.NONE, "Museum buys photos of the quay", selection, "https://a.example/1"))
                .isFalse();
    }

    @Test
    void tellsALiveBlogByItsStampsAndWhatItCallsItself() {
        String stamps = "<h3>14:32 The session opens</h3><h3>14:51 The plan</h3><h3>15:20</h3><h3>15:58</h3>";
        assertThat(kind(stamps, "https://a.example/live/vote")).isEqualTo(PageKind.LIVE_BLOG);
        assertThat(KindSigns.kind(
                        tree(stamps),
                        LinkedData.NONE,
                        new Headline("Live: the vote", -1),
                        false,
                        "https://a.example/1"))
                .isEqualTo(PageKind.LIVE_BLOG);
        assertThat(kind("<h3>14:32 The session opens</h3>", "https://a.example/live/vote"))
                .isEqualTo(PageKind.ARTICLE);
        assertThat(kind(stamps, "https://a.example/timetable")).isEqualTo(PageKind.ARTICLE);
    }

    @Test
    void tellsALiveBlogInPlainTextFromANightToldAfterwards() {
        List<String> entries = List.of(
                "21:40\nThe harbour office hoists the second ball, and two boats are still out by the lighthouse.",
                "22:15\nThe first wave goes over the wall and takes the kiosk of Mara Quist with it to the sea.",
                "23:05\nFiremen carry forty people out of the low houses by the mill, which stand a foot deep in water.",
                "23:50\nThe wind turns to the north, and the quay breaks at the oldest of its places.");
        List<String> newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);

        assertThat(textKind("How the night of the storm went", entries)).isEqualTo(PageKind.ARTICLE);
        assertThat(textKind("Live: the night of the storm", entries)).isEqualTo(PageKind.LIVE_BLOG);
        assertThat(textKind("The night of the storm", newestFirst)).isEqualTo(PageKind.LIVE_BLOG);
    }

    private static PageKind textKind(String title, List<String> entries) {
        List<TextLine> lines = TextLines.read(title + "\n" + String.join("\n\n", entries), 100);
        String url = "https://a.example/1";
        BitSet live = KindSigns.liveLines(lines, title, url);
        assertThat(live.cardinality()).isEqualTo(2 * entries.size());
        return KindSigns.kind(lines, live, title, url);
    }

    private static String linkedData(String type) {
        return "<script type=application/ld+json>{\"@type\":\"" + type + "\"}</script>";
    }

    private static boolean forum(String head, String url) {
        PageTree tree = tree(head);
        return KindSigns.forum(tree.hints(), LinkedData.read(tree.hints().linkedData()), url);
    }

    private static PageKind kind(String html, String url) {
        PageTree tree = tree(html);
        LinkedData data = LinkedData.read(tree.hints().linkedData());
        Selection selection = Selection.of(List.of("The quay on the day after the storm."), 1);
        boolean gallery = KindSigns.gallery(tree, data, TITLE, selection, url);
        return KindSigns.kind(tree, data, new Headline(TITLE, 0), gallery, url);
    }

    private static PageTree tree(String html) {
        return PageTrees.of(html);
    }
}
