package newsloom.cleaner.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import newsloom.cleaner.extract.InventedPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ScriptedTextTest {

    private static final String PARAGRAPH = "The board voted on Tuesday to dredge the northern channel. ".repeat(5);

    @Test
    void putsALatePartWhereItsPlaceWasKept() {
        Document page = Jsoup.parse(
                "<p>One</p><template id='B:1'></template><p>Three</p><div hidden id=\"S:1\"><p>Two</p></div>");

        ScriptedText.placeLateParts(page);

        assertThat(page.body().text()).isEqualTo("One Two Three");
        assertThat(page.select("[hidden]")).isEmpty();
    }

    @Test
    void leavesAPartThatWouldGoIntoItselfWhereItIs() {
        Document page = Jsoup.parse("<div hidden id='S:1'><p>Two</p></div><p>Three</p>");
        page.select("div").get(0).appendElement("template").attr("id", "B:1");

        ScriptedText.placeLateParts(page);

        assertThat(page.body().text()).isEqualTo("Two Three");
    }

    @Test
    void showsTheLongestTextWithParagraphsOfTheScripts() {
        Document page = Jsoup.parse("<script>window.data = {\"key\": \"short\", \"html\": \"\\u003cp\\u003e" + PARAGRAPH
                + "\\u003c/p\\u003e\\u003cp class=\\\"end\\\"\\u003e" + PARAGRAPH + "\"}</script>");

        assertThat(ScriptedText.show(page)).isTrue();
        assertThat(page.select("article > p"))
                .hasSize(2)
                .allSatisfy(paragraph -> assertThat(paragraph.text()).isEqualTo(PARAGRAPH.strip()));
    }

    @Test
    void showsATemplateWhereItStands() {
        Document page = Jsoup.parse("<h1>Channel</h1><div id=text><script type='Text/Template'><p>" + PARAGRAPH
                + "</p><p>" + PARAGRAPH + "</p></script></div><script type=text/template><p>One</p></script>");

        assertThat(ScriptedText.showTemplates(page)).isTrue();
        assertThat(page.select("#text p")).hasSize(2);
        assertThat(ScriptedText.showTemplates(Jsoup.parse(
                        "<script type=text/template><p>One</p></script><script>var a = '<p>b</p><p>c</p>'</script>")))
                .isFalse();
    }

    @Test
    void readsAPageWhoseTextIsATemplateAmongMenus() {
        String menu = "<ul>" + "<li><a href=/a>Older news of the channel</a></li>".repeat(60) + "</ul>";
        String text =
                "<p>The board voted on Tuesday to dredge the northern channel, whose bed rose by a metre in nine years.</p>"
                        + "<p>Fishermen had asked for it since the spring, when two boats ran aground on one day and stayed there for a week.</p>";

        assertThat(InventedPage.html(
                                "https://a.example/2026/11/channel",
                                "<title>Channel to be dredged</title><meta property=article:published_time content=2026-11-04><h2>Channel to be dredged</h2><div class=post><script type='text/template'>"
                                        + text + "</script></div>" + menu)
                        .paragraphs())
                .hasSize(2);
    }

    @Test
    void changesNothingWhereScriptsHoldNoParagraphs() {
        Document page = Jsoup.parse(
                "<p>Shown</p><script>var a = \"" + PARAGRAPH + PARAGRAPH + "\", b = \"never closed</script>");

        assertThat(ScriptedText.show(page)).isFalse();
        assertThat(page.body().text()).isEqualTo("Shown");
    }
}
