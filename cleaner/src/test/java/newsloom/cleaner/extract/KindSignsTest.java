package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class KindSignsTest {

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
    void tellsAGalleryByItsAddressAndItsPictures() {
        assertThat(kind(FIGURE.repeat(8), "https://a.example/gallery/storm")).isEqualTo(PageKind.GALLERY);
        assertThat(kind(linkedData("ImageGallery") + FIGURE.repeat(8), "https://a.example/storm"))
                .isEqualTo(PageKind.GALLERY);
        assertThat(kind(FIGURE.repeat(8), "https://a.example/storm")).isEqualTo(PageKind.ARTICLE);
        assertThat(kind(FIGURE, "https://a.example/gallery/storm")).isEqualTo(PageKind.ARTICLE);
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
        return KindSigns.kind(tree, data, Selection.of(List.of("The quay on the day after the storm."), 1), url);
    }

    private static PageTree tree(String html) {
        return PageWalker.walk(Jsoup.parse(html), ExtractionSettings.defaults());
    }
}
