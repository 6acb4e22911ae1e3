package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 12/06/2026 is the twelfth of June in all languages but one, which no page needs to name. */
class DayAndMonthTest {
    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());
    private static final Instant FETCHED = Instant.parse("2026-12-20T12:00:00Z");

    private static final String FRENCH = """
            Le vieux pont de Varenne rouvre aux piétons
            Publié le 12/06/2026

            Le vieux pont de Varenne a rouvert aux piétons vendredi matin, après quatorze mois de travaux et une facture qui a doublé. Les premiers habitants \
            l'ont traversé sous la pluie, et la fanfare municipale les attendait sur l'autre rive.

            La maire, Solange Mercadier, a promis que les voitures ne reviendraient pas. Les commerçants du quai, qui ont perdu une partie de leurs clients, \
            demandent que la ville les aide pendant l'été.""";

    private static final String GERMAN = """
            Freibad in Ellersheim öffnet mit neuem Becken
            Veröffentlicht am 12/06/2026

            Nach zwei Jahren Umbau hat das Freibad in Ellersheim am Freitag wieder geöffnet. Die ersten Gäste standen schon vor sieben Uhr vor dem Tor, und das \
            neue Becken war am Mittag so voll, dass niemand mehr schwimmen konnte.

            Die Stadt hat für den Umbau vier Millionen Euro ausgegeben, eine Million mehr als geplant. Der Eintritt bleibt in diesem Sommer trotzdem gleich.""";

    private static final String ENGLISH = """
            Old bridge at Varenne Creek reopens to walkers
            Published 12/06/2026

            The old bridge at Varenne Creek reopened to walkers on Sunday morning after fourteen months of repairs that cost twice what was planned. The first \
            neighbors crossed it in the rain, and the high school band was waiting for them on the other bank.

            Mayor Sally Mercer promised that the cars would not come back. Shop owners on the river road, who lost some of their customers, want the city to \
            help them through the winter.""";

    @ParameterizedTest
    @ValueSource(strings = {FRENCH, GERMAN})
    void theDayComesFirstWhereTheTextIsNotEnglish(String text) {
        assertThat(published(text, "text/plain")).isEqualTo("2026-06-12");
        assertThat(published(html(text), "text/html")).isEqualTo("2026-06-12");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "text/html"})
    void theMonthComesFirstInEnglish(String type) {
        assertThat(published(type.equals("text/html") ? html(ENGLISH) : ENGLISH, type))
                .isEqualTo("2026-12-06");
    }

    private static String html(String text) {
        String[] parts = text.split("\n+", 3);
        return "<html><body><article><h1>" + parts[0] + "</h1><p class=date>" + parts[1] + "</p><p>"
                + parts[2].replace("\n\n", "</p><p>") + "</p></article></body></html>";
    }

    private static String published(String body, String type) {
        RawPage page = new RawPage(
                "https://kurier.example/a", body.getBytes(StandardCharsets.UTF_8), type, "utf-8", 200, FETCHED);
        return EXTRACTOR.extract(page) instanceof Extraction.Content content && content.published() != null
                ? content.published().day().toString()
                : "none";
    }
}
