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

    private OfflineDedupe.Result decide(String id, String url, List<String> paragraphs) {
        return dedupe.decide(new OfflineDedupe.Document(id, url, "A title", null, String.join("\n\n", paragraphs)));
    }
}
