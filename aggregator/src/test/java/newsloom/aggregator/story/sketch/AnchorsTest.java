package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.KeySet;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private static KeySet anchors(String language, String text) {
        return Anchors.of(List.of(), new Tokenizer(language).tokens(text), TermTable.flat(400));
    }

    @Test
    void thousandsAreOneFigureHoweverTheyAreGrouped() {
        KeySet english = anchors("en", "there were 23,000 homes");
        assertThat(english.size()).isEqualTo(1);
        assertThat(anchors("fr", "il y avait 23 000 foyers")).isEqualTo(english);
        assertThat(anchors("de", "es waren 23.000 Häuser").shared(english)).isEqualTo(1);
        assertThat(anchors("en", "of 120 homes 45 burned").size()).isEqualTo(2);
    }

    @Test
    void wordsOfANameAreFoundAmongTheAnchors() {
        KeySet anchors = anchors("en", "they met Anthea Rowle of Kestrel Mutual");
        assertThat(Anchors.wordsOf("Anthea Rowle", anchors).size()).isEqualTo(2);
        assertThat(Anchors.wordsOf("Anthea Winge", anchors).size()).isEqualTo(1);
    }
}
