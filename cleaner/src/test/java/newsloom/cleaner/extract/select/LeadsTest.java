package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.InventedPage;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsTest {

    private static final String LEAD =
            "The old swing bridge of Tolvik will be closed for eleven weeks from Monday, and whoever lives on the island has to take the ferry.";
    private static final List<String> TEXT = List.of(
            "Engineers found cracks in two of its four bearings when divers went down in March, said the harbour office, which had known of one since last year.",
            "New bearings are cast in a foundry up the coast. They weigh nine tons each, and the crane that is to lift them comes by sea from another town.",
            "The ferry will go every twenty minutes and costs nothing, said Ragna Storm, who leads the office. Lorries have to go round by the northern road.");

    @ParameterizedTest
    @ValueSource(strings = {"div class=teaser", "p class=article__teaser", "div class='c-teaser related'"})
    void isKeptWhateverItsElementCallsItself(String element) {
        assertThat(paragraphs("", element)).first().isEqualTo(LEAD);
        assertThat(paragraphs("", element)).containsAll(TEXT);
    }

    @Test
    void isKeptWhereThePageDescribesItselfInItsWords() {
        String head = "<meta property=og:description content='" + LEAD + "'>";
        PageTree tree = tree(page(head, "div class=related-x", ""));

        assertThat(Leads.of(tree, headline(tree))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standfirst", "subtitle", "intro", "x"})
    void isKeptWithoutAFullStopWhereThePageDescribesItselfByIt(String className) {
        String lead =
                "The old swing bridge of Tolvik will be closed for eleven weeks; whoever lives on the island takes the ferry";
        String page = page("<meta property=og:description content='" + lead + "'>", "div class=" + className, "")
                .replace(LEAD, lead);

        assertThat(extract(page)).first().isEqualTo(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"div class=article__lead", "div class=perex", "p class=sapo", "h2 class=standfirst"})
    void isKeptWhereItIsShortInAnElementNamedSo(String element) {
        String lead = "The ferry costs nothing.";

        assertThat(extract(page("", element, "").replace(LEAD, lead))).first().isEqualTo(lead);
    }

    @Test
    void isNoLinkedTeaser() {
        PageTree tree = tree(page("", "div class=teaser", "<a href=/other>More</a> "));

        assertThat(Leads.of(tree, headline(tree))).isEqualTo(Leads.NONE);
    }

    @Test
    void ofALiveBlogTheFirstTimeStays() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            entries.append("<div class=entry><p>1%d:3%d</p><p>%s</p></div>"
                    .formatted(i, i, TEXT.get(i % 3).replace("the ", "the " + i + " ")));
        }
        List<String> paragraphs =
                extract("<title>Bridge closes: live</title><h1>Bridge of Tolvik closes: live</h1><article>" + entries
                        + "</article>");

        assertThat(paragraphs).startsWith("10:30").contains("11:31", "15:35");
    }

    private static Headline headline(PageTree tree) {
        return new Headline(tree.blocks().get(0).text(), 0);
    }

    private static PageTree tree(String html) {
        return PageTrees.of(html);
    }

    private static List<String> paragraphs(String head, String element) {
        return extract(page(head, element, ""));
    }

    private static String page(String head, String element, String before) {
        return "<title>Bridge of Tolvik to close</title>" + head
                + "<div><h1>Bridge of Tolvik to close for the spring</h1><"
                + element + ">" + before + LEAD + "</" + element.split(" ", -1)[0]
                + "></div><div><img src=a.jpg><span>The bridge in October</span></div><div class=c><p>"
                + String.join("</p><p>", TEXT) + "</p></div>";
    }

    private static List<String> extract(String html) {
        return InventedPage.html("https://post.example/2026/11/05/bridge-of-tolvik-to-close", html)
                .paragraphs();
    }
}
