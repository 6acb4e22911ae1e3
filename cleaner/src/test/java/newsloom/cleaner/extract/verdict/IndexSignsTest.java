package newsloom.cleaner.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageUrls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSignsTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());
    private static final Set<String> LISTS = Set.of("ItemList", "CollectionPage", "ProfilePage");
    private static final String TEASER =
            "The road between the lighthouse and the mill remained closed on Tuesday after waves broke over its wall for a third night in a row.";
    private static final String PARAGRAPH =
            "<p>Engineers had warned last spring that the piles beneath the quay were rotten in forty places, and that a storm could bring the hall down within hours.</p>";
    private static final String DATED =
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-03\"}</script>";

    @Test
    void rejectsASectionWithLongTeasers() {
        assertThat(reasonOf(
                        entries(i ->
                                "<article class=teaser><h2><a href=/s/%d>Storm closes coast road %d</a></h2><p>%s</p></article>"
                                        .formatted(i, i, TEASER)),
                        "/local/"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void rejectsATagPageThatCallsItselfAnArticle() {
        String entry =
                "<article><h2><a href=/s/%d>Storm closes coast road %d</a></h2><time datetime=2026-11-0%d>November</time><p>%s</p><p>%s</p></article>";
        assertThat(reasonOf(
                        "<meta property=og:type content=article><h1>Storm</h1>"
                                + entries(i -> entry.formatted(i, i, i, TEASER, TEASER)),
                        "/tag/storm/"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void rejectsASectionThatListsItsArticlesInJsonLd() {
        String list =
                "<script type=application/ld+json>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Storm closes coast road\",\"datePublished\":\"2026-11-03\"}}]}</script>";
        assertThat(reasonOf(
                        list
                                + entries(i ->
                                        "<div class=card><a href=/s/%d>Storm closes coast road %d</a><div>%s</div></div>"
                                                .formatted(i, i, TEASER)),
                        "/business"))
                .isEqualTo(RejectReason.INDEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><h2><a href=/s/%1$d>Storm closes coast road %1$d</a></h2><p>%2$s</p></article>",
                "<article><h2><a href=/s/%1$d>Storm closes coast road %1$d</a></h2><time datetime=2026-11-0%1$d>November</time><p>%2$s</p></article>",
                "<div class=card><a href=/s/%1$d><h3>Storm closes coast road %1$d</h3></a><p>%2$s</p><p>Later %2$s</p></div>",
                "<li><a href=/s/%1$d>Storm closes coast road %1$d</a> %2$s</li>",
                "<div class=hit><div>Storm closes coast road %1$d</div><div>%2$s <a href=/s/%1$d>Read more</a></div></div>"
            })
    void rejectsAFewTeasersWhereAListIsExpected(String entry) {
        for (int count : new int[] {4, 5}) {
            String teasers = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> entry.formatted(i, TEASER.replace("third", "third, the " + i + "th,")))
                    .collect(Collectors.joining());
            for (String path : List.of("/search?q=storm", "/suche?q=sturm", "/topic/storm", "/tag/coast-road/", "/")) {
                assertThat(reasonOf("<h1>Storm</h1><main>" + teasers + "</main>", path))
                        .as("%d at %s", count, path)
                        .isEqualTo(RejectReason.INDEX);
                assertThat(reasonOf("<meta property=og:type content=article><h1>Storm</h1>" + teasers, path))
                        .as("%d at %s", count, path)
                        .isEqualTo(RejectReason.INDEX);
            }
        }
    }

    @Test
    void keepsArticlesWithAFewRelatedTeasersWhereverTheyStand() {
        String teasers = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> "<div class=card><h3><a href=/s/%d>Storm closes coast road %d</a></h3><p>%s</p></div>"
                        .formatted(i, i, TEASER))
                .collect(Collectors.joining());
        String text =
                "<p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday in the town hall.</p>"
                        + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it.</p>"
                        + "<p>The board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.</p>";
        for (String path :
                List.of("/news/weir-at-otterford", "/topic/weir-at-otterford-in-oak", "/?p=812", "/s/9417")) {
            for (String heading : List.of("<h2>More stories</h2>", "")) {
                assertThat(reasonOf(
                                "<h1>Weir at Otterford to be rebuilt in wood</h1>" + text + heading + teasers, path))
                        .as(path + heading)
                        .isNull();
            }
        }
        assertThat(reasonOf(
                        DATED + "<h1>Four roads by the sea</h1>" + teasers.replace("class=card", ""),
                        "/topic/four-roads-by-the-sea"))
                .isNull();
    }

    @Test
    void rejectsListsWhoseLinksStandWithinTheText() {
        assertThat(reasonOf(
                        "<ul>"
                                + entries(i -> "<li><a href=/s/%d>Storm closes coast road %d</a> %s</li>"
                                        .formatted(i, i, TEASER))
                                + "</ul>",
                        "/archive/2026/11"))
                .isEqualTo(RejectReason.INDEX);
        assertThat(reasonOf(
                        entries(i ->
                                "<div><b>Storm closes coast road %d</b><div>%s <a href=/s/%d>Read more</a></div></div>"
                                        .formatted(i, TEASER, i)),
                        "/latest"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void rejectsThePageOfAReporter() {
        String bio =
                "<h1>Ada Quist</h1><p>Ada Quist has reported on harbours and islands since 2014. She was born in Denby, studied in Lund and worked for a radio station before.</p>";
        String list = bio
                + entries(i ->
                        "<article><h2><a href=/s/%d>Storm closes coast road %d</a></h2><time datetime=2026-11-0%d>November</time><p>%s</p></article>"
                                .formatted(i, i, i, TEASER));
        assertThat(reasonOf(list, "/people/ada-quist")).isEqualTo(RejectReason.INDEX);
        assertThat(reasonOf(
                        "<script type=application/ld+json>{\"@type\":\"ProfilePage\"}</script>" + list, "/ada-quist-7"))
                .isEqualTo(RejectReason.INDEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'ProfilePage'}",
                "{'@graph':[{'@type':['WebPage','CollectionPage'],'@id':'https://courier.example/ada-quist-7#page'}]}",
                "{'@type':'WebPage','url':'/ada-quist-7/','mainEntity':{'@type':'ItemList','url':'https://courier.example/ada-quist-7?page=1'}}",
                "[{'@type':'Organization'},{'@type':'ItemList','itemListElement':[{'item':{'@type':'NewsArticle'}}]}]"
            })
    void countsAListThatThePageSaysItIs(String data) {
        assertThat(told(data).pageIs(LISTS, "https://courier.example/ada-quist-7"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@graph':[{'@type':'NewsArticle'},{'@type':'ProfilePage','@id':'/ada-quist-7'}]}",
                "{'@graph':[{'@type':'WebPage'},{'@type':'ProfilePage','url':'https://courier.example/team/ada'}]}",
                "[{'@type':'NewsArticle'},{'@type':'ItemList','itemListElement':[{'url':'/a'}]}]",
                "{'@type':'NewsArticle','isPartOf':{'@type':'CollectionPage'},'author':{'@type':'Person','mainEntityOfPage':{'@type':'ProfilePage'}}}"
            })
    void countsNoListThatStandsBesideThePage(String data) {
        assertThat(told(data).pageIs(LISTS, "https://courier.example/weir-to-be-rebuilt"))
                .isFalse();
    }

    private static LinkedData told(String data) {
        return LinkedData.read(List.of(data.replace('\'', '"')));
    }

    @Test
    void rejectsAShelfWithPrices() {
        assertThat(reasonOf(
                        "<h1>Storm jackets</h1>" + PARAGRAPH
                                + entries(i ->
                                        "<div><h3><a href=/p/%d>Storm jacket Nordkap %d</a></h3><span>€ 149.00</span><p>€ 99.00</p></div>"
                                                .formatted(i, i)),
                        "/storm-jackets-for-men"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void keepsAnArticleAboveManyTeasers() {
        assertThat(reasonOf(
                        DATED + "<h1>Hall to be rebuilt</h1><div>" + PARAGRAPH + PARAGRAPH + PARAGRAPH.repeat(3)
                                + "</div>"
                                + entries(i ->
                                        "<div class=card><h3><a href=/s/%d>Storm closes coast road %d</a></h3><p>%s</p></div>"
                                                .formatted(i, i, TEASER)),
                        "/local/hall-to-be-rebuilt"))
                .isNull();
    }

    @Test
    void keepsAShortArticleWithoutADateAboveABoxOfRelatedStories() {
        String text =
                "<p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday in the town hall.</p>"
                        + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it.</p>"
                        + "<p>The board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.</p>";
        assertThat(reasonOf(
                        "<h1>Weir at Otterford to be rebuilt in wood</h1><article>" + text
                                + "</article><section class=related-posts><h2>Related posts</h2>"
                                + entries(i ->
                                        "<div class=card><a href=/s/%d><h3>Storm closes coast road %d</h3></a><p>%s</p></div>"
                                                .formatted(i, i, TEASER))
                                + "</section>",
                        "/local/weir-at-otterford"))
                .isNull();
    }

    @Test
    void keepsAShortArticleAmongManyLinkedHeadlines() {
        String text =
                "<div><p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday in the town hall.</p>"
                        + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it.</p>"
                        + "<p>The board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.</p></div>";
        String links = entries(i ->
                "<div><h3><a href=/s/%d>Storm closes the coast road for a night %d</a></h3></div>".formatted(i, i));

        assertThat(reasonOf(
                        "<h1>Weir to be rebuilt</h1><p>4 November 2026</p>" + text + links.repeat(3),
                        "/news/9417.html"))
                .isNull();
        assertThat(reasonOf(
                        "<h1>Weir at Otterford will be rebuilt in oak</h1>" + text + links,
                        "/news/weir-at-otterford-will-be-rebuilt-in-oak"))
                .isNull();
        assertThat(reasonOf("<h1>River news</h1>" + text + links, "/news/river"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void keepsAListOfThingsWithLinkedHeadings() {
        assertThat(reasonOf(
                        DATED + "<h1>Nine piers worth a detour</h1>"
                                + entries(i ->
                                        "<section><h2><a href=//pier%d.example>The pier of Ellis %d</a></h2><p>%s</p></section>"
                                                .formatted(i, i, TEASER)),
                        "/travel/nine-piers-worth-a-detour"))
                .isNull();
    }

    @Test
    void rejectsAFrontPageWhateverItCallsItself() {
        String text = "<meta property=og:type content=article><h1>The Courier</h1>" + PARAGRAPH + PARAGRAPH;
        assertThat(reasonOf(text, "/")).isEqualTo(RejectReason.INDEX);
        assertThat(reasonOf(text, "/?utm_source=feed&fbclid=x")).isEqualTo(RejectReason.INDEX);
        assertThat(reasonOf(text, "/?p=1234")).isNull();
    }

    @Test
    void keepsALongTextThatIsAllThatASiteHas() {
        assertThat(reasonOf(
                        DATED + "<h1>The hall that fell</h1>" + entries(i -> PARAGRAPH.replace("forty", "forty-" + i)),
                        "/"))
                .isNull();
    }

    @Test
    void rejectsTheListOfAForumsThreads() {
        assertThat(reasonOf(
                        "<h1>Sailing</h1><p>For all that has to do with sails, masts and the wind in them, and for those who want to learn.</p><ul>"
                                + entries(i ->
                                        "<li><a href=/threads/%d>How do I mend a torn sail of mine, part %d</a></li>"
                                                .formatted(i, i))
                                + "</ul>",
                        "/forums/sailing.17/"))
                .isEqualTo(RejectReason.INDEX);
    }

    @Test
    void readsListsOffUrls() {
        assertThat(PageUrls.listSigns("https://a.example/browse/boats/oars/wooden"))
                .isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/forums/sailing.17/")).isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/forums/sailing/threads/knots.17"))
                .isEqualTo(0);
        assertThat(PageUrls.listSigns("https://a.example/category/local/")).isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/politics/page/2")).isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/?s=harbour")).isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/news/sport/")).isEqualTo(1);
        assertThat(PageUrls.listSigns("https://a.example/page/index.php")).isEqualTo(0);
        assertThat(PageUrls.listSigns("https://a.example/news/hall-to-be-rebuilt"))
                .isEqualTo(0);
        assertThat(PageUrls.listSigns("https://a.example/people/ada-quist")).isEqualTo(2);
        assertThat(PageUrls.listSigns("https://a.example/people/royal-wedding-june"))
                .isEqualTo(0);
        assertThat(PageUrls.listSigns("https://a.example/people/ada-quist-wins-the-prize-of-the-islands"))
                .isEqualTo(0);
        assertThat(PageUrls.listSigns("https://a.example/scan?page=news_item")).isEqualTo(1);
    }

    private static String entries(IntFunction<String> entry) {
        return IntStream.rangeClosed(1, 9).mapToObj(entry).collect(Collectors.joining("\n"));
    }

    private static @Nullable RejectReason reasonOf(String html, String path) {
        Extraction extraction = EXTRACTOR.extract(new RawPage(
                "https://courier.example" + path,
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z")));
        return extraction instanceof Extraction.Rejection rejection ? rejection.reason() : null;
    }
}
