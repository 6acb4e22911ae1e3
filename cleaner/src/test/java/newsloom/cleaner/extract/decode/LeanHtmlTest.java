package newsloom.cleaner.extract.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTrees;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeanHtmlTest {

    private static final int PAGES = 2_000;
    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<p class=a data-b='x > y'>",
            "<div title=\"it's <b>\" id=c>",
            "</div>",
            "<a href=/x onclick=\"go('<p>')\">",
            "</a>",
            "<script>",
            "</script>",
            "<script type=\"application/ld+json\">",
            "if (a < b) { s = \"</p>\"; }",
            "<style>",
            "</style >",
            "<svg>",
            "</svg>",
            "<style/>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<!-- a comment of some length, in which <p>nothing</p> counts -->",
            "<!-->",
            "<!--->",
            "--!>",
            "<!",
            "<?php",
            "<![CDATA[",
            "]]>",
            "<br/>",
            "<img src=a.png alt='x'/>",
            "<link rel=icon>",
            "<link rel=canonical href=/x>",
            "<ul>",
            "<li>",
            "<table>",
            "<td>",
            "<select>",
            "<option>",
            "<button>",
            "</button>",
            "<form>",
            "<h2>",
            "</h2>",
            "<b>",
            "</b>",
            "<span class=date>",
            "</span>",
            "\n\t",
            "&am",
            "p;",
            "<h1",
            " hidden",
            " data-x=1",
            "=",
            "/",
            ">",
            "<",
            "'",
            "\"",
            " ",
            "One word and another.",
            "&lt;p&gt;");

    private static final List<String> DRAWINGS = List.of(
            "<svg>",
            "<svg class=\"a\">",
            "<svg/>",
            "</svg>",
            "<path d=\"M0>0\" />",
            "<g fill=a\"b>",
            "</g>",
            "<title>",
            "</title>",
            "<text>",
            "<p>",
            "<math>",
            "</math>",
            "<table>",
            "<select>",
            "</select>",
            "<!-- </svg> -->",
            "One word and another.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p onclick="a()" class=b>c</p>                            | <p  class=b>c</p>
                    <a href='/x' data-y=z class=d rel=e>c</a>                 | <a    rel=e>c</a>
                    <a href='/x/Author/y'>c</a> <a href=&#47;by/x>c</a>       | <a href='/x/Author/y'>c</a> <a href=&#47;by/x>c</a>
                    <em class=a>b</em> <span class=a>b</span>                 | <em >b</em> <span class=a>b</span>
                    <a title=x>b</a> <ABBR title='2026-03-04'>c</abbr>        | <a >b</a> <ABBR title='2026-03-04'>c</abbr>
                    <p> <img src="a>b" alt=c> d                               | <p> d
                    &am<img src=b>p; <img src=c>d                             | &am<img >p; d
                    <br> a <i>b</i> <i>c</i> <p> d</p> <p> <i>e               | <br> a <i>b</i> <i>c</i><p> d</p><p><i>e
                    <table> <tr> <td> <p> a                                   | <table> <tr> <td> <p> a
                    <link rel=icon href=a> <link rel=canonical href=b>        | <link rel=canonical href=b>
                    <script src=a>var b = "<p>";</script>c                    | c
                    a<script src=a>var b = "<p>";</script>c                   | a<script ></script>c
                    <STYLE>p > a { }</STYLE>c                                 | c
                    <script type="application/ld+json">{"a":1}</script>       | <script type="application/ld+json">{"a":1}</script>
                    <script>a<!--b</script>                                   | <script>a<!--b</script>
                    <svg><style/><text>c</text></svg><style>d</style>         | <svg><style/><text>c</text></svg>
                    <p><svg id=b><g><path d="M0>"/></g> </svg>c               | <p>c
                    a<svg id=b><g><path d="M0>"/></g> </svg>c                 | a<svg ></svg>c
                    <svg><path d=M0/><a>b</a></svg>c                          | <svg><path ><a>b</a></svg>c
                    <svg><path d="M0"/>c                                      | <svg><path />c
                    a<![CDATA[ b><i data-c=d>e</i> ]]>                        | a<![CDATA[ b><i >e</i> ]]>
                    <svg><![CDATA[<p data-a=b>]]></svg>c                      | <svg><![CDATA[<p data-a=b>]]></svg>c
                    <svg><path/><p>a<style>b</style>c                         | <svg><path/><p>a<style></style>c
                    <title>a <script> b</title>c                              | <title>a <script> b</title>c
                    a<!-- b -->c                                              | a<!-- b -->c
                    a<!-- a comment that is longer than 40 bytes in all -->c  | a<!---->c
                    1 < 2 <p data-a=b<p>c                                     | 1 < 2 <p >c
                    """)
    void leavesOutWhatIsNeverRead(String html, String lean) {
        assertThat(lean(html)).isEqualTo(lean);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theRestGivesTheSameBlocks(long seed) {
        comparePages(seed, PIECES);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theSameBlocksAroundDrawings(long seed) {
        comparePages(seed, DRAWINGS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSameBlocksOfAllTogether(long seed) {
        comparePages(seed, Stream.concat(PIECES.stream(), DRAWINGS.stream()).toList());
    }

    private static void comparePages(long seed, List<String> pieces) {
        Random random = new Random(seed);
        for (int page = 0; page < PAGES; page++) {
            String html = random.ints(1 + random.nextInt(30), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());

            assertThat(blocks(lean(html))).as(html).isEqualTo(blocks(html));
        }
    }

    @Test
    void readsNoFurtherThanItIsTold() {
        byte[] page = "<p>One</p><p>Two".getBytes(StandardCharsets.US_ASCII);

        LeanHtml lean = LeanHtml.of(page, 10, 100);

        assertThat(new String(lean.bytes(), 0, lean.size(), StandardCharsets.US_ASCII))
                .isEqualTo("<p>One</p>");
    }

    @Test
    void readsNoMoreTagsThanItIsTold() {
        byte[] page = "<p>One<br>Two</p>Three<p>Four".getBytes(StandardCharsets.US_ASCII);

        LeanHtml lean = LeanHtml.of(page, page.length, 3);

        assertThat(new String(lean.bytes(), 0, lean.size(), StandardCharsets.US_ASCII))
                .isEqualTo("<p>One<br>Two</p>Three");
    }

    @Test
    void cutsElementsThatLieTooDeep() {
        String deep = "<div class=a>One<b>".repeat(100_000) + "Two";

        String lean = lean(deep);

        assertThat(lean).startsWith("<div class=a>One<b><div class=a>One<b>").endsWith("<p>One<p>OneTwo");
        assertThat(Jsoup.parse(lean).select("div")).hasSize(128);
        assertThat(Jsoup.parse(lean).select("p")).hasSize(100_000 - 128);
    }

    @Test
    void textBehindDeepElementsKeepsItsElements() {
        String before = "<div>Menu".repeat(3_000) + "</div>".repeat(3_000);

        String lean = lean(before + "<section><p>One</section><section>Two</section>");

        assertThat(lean).endsWith("<section><p>One</section><section>Two</section>");
    }

    @Test
    void elementsThatEndByThemselvesAreNotDeep() {
        String list = "<ul>" + "<li><a>One<p>Two<br>".repeat(1_000) + "</ul>";

        assertThat(lean(list)).isEqualTo(list);
    }

    /** Without the number of links: those that are not closed may begin anew at white space. */
    private static List<Block> blocks(String html) {
        return PageTrees.of(html).blocks().stream()
                .map(block ->
                        new Block(block.index(), block.text(), block.shape(), block.region(), block.linkChars(), 0))
                .toList();
    }

    private static String lean(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        LeanHtml lean = LeanHtml.of(bytes, bytes.length, 500_000);
        return new String(lean.bytes(), 0, lean.size(), StandardCharsets.UTF_8);
    }
}
