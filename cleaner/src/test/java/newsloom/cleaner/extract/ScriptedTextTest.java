package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

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
    void changesNothingWhereScriptsHoldNoParagraphs() {
        Document page = Jsoup.parse(
                "<p>Shown</p><script>var a = \"" + PARAGRAPH + PARAGRAPH + "\", b = \"never closed</script>");

        assertThat(ScriptedText.show(page)).isFalse();
        assertThat(page.body().text()).isEqualTo("Shown");
    }
}
