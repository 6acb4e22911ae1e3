package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.InventedPage;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import org.junit.jupiter.api.Test;

class CaptionsTest {

    private static final String PAGE = """
            <h1>In pictures: the old ferry hall</h1>
            <figure><img><figcaption>Divers prepare to examine the piles. <span class=credit>Otto Brandt</span></figcaption></figure>
            <p>The hall stood for a hundred years.</p>
            <div class=slide><img><div class=slide-caption>Workers carry the first beams away.</div><div>2 / 8</div></div>
            <figure><img><figcaption>Divers prepare to examine the piles.</figcaption></figure>
            <figure><img><figcaption>Photo: Otto Brandt for the museum</figcaption></figure>
            <div class=related><figure><figcaption>Storm closes the coast road again.</figcaption></figure></div>
            """;

    @Test
    void addsWhatStandsBelowThePicturesInReadingOrder() {
        PageTree tree = PageTrees.of(PAGE);
        Selection selected = Selection.of(List.of("The hall stood for a hundred years."), 1);

        assertThat(Captions.addTo(selected, tree, new Headline("In pictures: the old ferry hall", 0))
                        .paragraphs())
                .containsExactly(
                        "Divers prepare to examine the piles.",
                        "The hall stood for a hundred years.",
                        "Workers carry the first beams away.");
    }

    @Test
    void leavesATextAloneThatThePageDoesNotShow() {
        PageTree tree = PageTrees.of(PAGE);
        Selection told = Selection.of(List.of("A text that only JSON-LD has."), 1);

        assertThat(Captions.addTo(told, tree, new Headline("", -1))).isEqualTo(told);
    }

    @Test
    void losesNoLastCaptionBehindWhatStandsBetweenThePictures() {
        List<String> captions = List.of(
                "Divers examine the piles below the hall on Monday, after two of them had broken in the storm of the week before.",
                "Workers carry the first beams away, each of which is a hundred years old and as heavy as a horse.",
                "The crane lifts the roof on Tuesday, while the street along the quay is closed to all but the crew.",
                "Children watch from the bridge",
                "The empty quay at night");
        StringBuilder page = new StringBuilder("<title>The old ferry hall</title><h1>The old ferry hall</h1>");
        for (int i = 0; i < captions.size(); i++) {
            page.append(
                    "<div class=item><div>%d / %d</div><ul><li><a href=/p>Print</a></li><li><a href=/s>Send</a></li><li><a href=/b>Buy</a></li><li><a href=/z>Zoom</a></li></ul><p class=x>%s</p></div>"
                            .formatted(i + 1, captions.size(), captions.get(i)));
        }
        assertThat(InventedPage.html("https://post.example/news/the-old-ferry-hall", page.toString())
                        .paragraphs())
                .isEqualTo(captions);
    }
}
