package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
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
        PageTree tree = PageWalker.walk(Jsoup.parse(PAGE), ExtractionSettings.defaults());
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
        PageTree tree = PageWalker.walk(Jsoup.parse(PAGE), ExtractionSettings.defaults());
        Selection told = Selection.of(List.of("A text that only JSON-LD has."), 1);

        assertThat(Captions.addTo(told, tree, new Headline("", -1))).isEqualTo(told);
    }
}
