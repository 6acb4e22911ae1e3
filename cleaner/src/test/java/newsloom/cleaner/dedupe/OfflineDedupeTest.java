package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineDedupeTest {
    private final OfflineDedupe dedupe =
            new OfflineDedupe(url -> url.replaceAll("[?#].*", ""), url -> url.split("/", 4)[2]);
    private final List<String> text = new Prose(1).paragraphs(8);

    @Test
    void namesTheEarlierDocumentOfTheSameText() {
        assertThat(decide("1", "https://a.example/x", text).duplicateOf()).isNull();
        var copy = decide("2", "https://b.example/y", text);
        assertThat(copy.duplicateOf()).isEqualTo("1");
        assertThat(copy.kind()).isEqualTo("exact");
    }

    @Test
    void tellsUnchangedFromUpdatedAtOneAddress() {
        decide("1", "https://a.example/x", text);
        assertThat(decide("2", "https://a.example/x?utm_source=z", text).kind()).isEqualTo("unchanged");
        var update = decide("3", "https://a.example/x", text.subList(0, 6));
        assertThat(update.kind()).isEqualTo("update");
        assertThat(update.duplicateOf()).isEqualTo("1");
        assertThat(update.shareInOld()).isEqualTo(1);
    }

    @Test
    void findsCopiesOfAnUpdate() {
        decide("1", "https://a.example/x", text);
        decide("2", "https://a.example/x", new Prose(2).paragraphs(8));
        assertThat(decide("3", "https://b.example/y", new Prose(2).paragraphs(8))
                        .duplicateOf())
                .isEqualTo("1");
    }

    @Test
    void namesTheExcerptThatAFullerTextSupersedes() {
        decide("1", "https://a.example/x", text.subList(0, 2));
        var full = decide("2", "https://b.example/y", text);
        assertThat(full.kind()).isEqualTo("supersedes");
        assertThat(full.duplicateOf()).isEqualTo("1");
    }

    @Test
    void doesWithoutAddressAndTitle() {
        dedupe.decide(new OfflineDedupe.Document("1", null, null, null, String.join("\n\n", text)));
        var copy = dedupe.decide(new OfflineDedupe.Document("2", null, null, null, String.join("\n \n", text)));
        assertThat(copy.duplicateOf()).isEqualTo("1");
        assertThat(copy.why()).contains("1.00");
    }

    @Test
    void keepsNoticesOfOnePatternAboutDifferentPeople() {
        var pattern = """
                A few weeks after a short illness %s of %s passed away at home, with family and friends at the bedside, and the whole parish mourns a neighbour who was always there to help.

                Born in %s and married to %s for most of a long and happy life, our neighbour loved the garden, the choir and the river, and never missed a match of the village team.

                Friends are asked to meet at the chapel near %s on the morning of the funeral. The family thanks the nurses for their kindness and asks for gifts to the hospice instead of flowers.""";
        decide(
                "1",
                "https://a.example/1",
                List.of(pattern.formatted("Ruth Calder", "Oxcombe", "Colby", "Paul", "Hexley")));
        var other = decide(
                "2",
                "https://b.example/2",
                List.of(pattern.formatted("Jonas Orlov", "Durnford", "Marlow", "Clara", "Fenwick")));
        assertThat(other.duplicateOf()).isNull();
        assertThat(other.why()).startsWith("has other names or numbers than 1");
    }

    private OfflineDedupe.Result decide(String id, String url, List<String> paragraphs) {
        return dedupe.decide(new OfflineDedupe.Document(id, url, "A title", null, String.join("\n\n", paragraphs)));
    }
}
