package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "'\u001b]0;owned\u0007 Quay', ']0;owned Quay'",
        "'\u009b31mQuay\u0000', '31mQuay'",
        "'gnp.\u202eexe', 'gnp.exe'",
        "'\u2066Quay\u2069', 'Quay'",
        "'\ufeffQuay', 'Quay'"
    })
    void dropsWhatSteers(String text, String visible) {
        assertThat(VisibleText.of(text)).isEqualTo(visible);
    }

    @Test
    void dropsHalvesOfSurrogatePairsAndKeepsPairs() {
        assertThat(VisibleText.of("a\ud83d b\udea2 🚢")).isEqualTo("a b 🚢");
    }

    @Test
    void keepsWhatScriptsNeedAndReturnsCleanTextAsItIs() {
        var text = "مرفأ\u200f می\u200cخواهم 港\n\tQuay";

        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void leavesOutWhatHoldsNothingElse() {
        assertThat(VisibleText.ofAll(List.of("Quay", "\u0000\u202e"))).containsExactly("Quay");
    }

    @Test
    void noHeadlineOrParagraphOfAPageSteers() {
        var html = """
                <html><head><title>x</title><meta property="og:title" content="Fire on &#x9b;31mthe quay&#x202e;"></head><body><article>
                <h1>Fire on &#27;[2Jthe quay&#x202e;</h1>%s</article></body></html>""".formatted(
                        "<p>The fire chief said on Monday&#x202e; that her crew had saved the grain silos by metres, and thanked them.</p>"
                                .repeat(4));
        var page = new RawPage(
                "https://harbour.example/a",
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "utf-8",
                200,
                Instant.parse("2026-09-07T08:00:00Z"));

        var found = new ArticleExtractor(ExtractionSettings.defaults()).extract(page);

        assertThat(found.toString())
                .doesNotContain("\u001b", "\u009b", "\u202e")
                .contains("Fire on");
    }
}
