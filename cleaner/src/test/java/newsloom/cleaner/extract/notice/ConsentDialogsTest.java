package newsloom.cleaner.extract.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.verdict.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentDialogsTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    private static final String HEADLINE = "<h1>Weir at Otterford to be rebuilt in wood</h1>";
    private static final List<String> TEXT = List.of(
            "The weir at Otterford, which gave way in the floods of February, is to be rebuilt in oak as it stood three centuries ago, the river board said on Monday.",
            "Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it since the spring.",
            "The board answered that a ladder for fish will be set beside the new weir, and that its gates stay open from October until the end of the run.");
    private static final String ARTICLE =
            "<main>" + HEADLINE + "<article><p>" + String.join("</p><p>", TEXT) + "</p></article></main>";
    private static final String ASKS =
            "<h2>You decide about your data</h2><p>Together with 640 partners we keep and read cookies on your device and work with identifiers, so that we can show advertisements that fit and learn who reads us.</p>"
                    + "<p>With a click on agree you give your consent to all of it. You may refuse, or change your mind later below the link to cookies at the foot of each page, without giving any reason.</p>"
                    + "<p>Some partners do not ask for your consent and rely on their legitimate interest. Look at the list of them to object to that, one by one or all at once, before you go on.</p><button>Agree</button>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div role=dialog>",
                "<div role=alertdialog class=x>",
                "<section aria-modal=true>",
                "<dialog open>",
                "<div id=onetrust-banner-sdk>",
                "<div id=CybotCookiebotDialog>",
                "<div class='qc-cmp2-container'>",
                "<div class=cookie-banner>"
            })
    void leavesTheDialogOutAndKeepsAShortArticleBesideIt(String opening) {
        String dialog = opening + ASKS + "</" + opening.substring(1).split("[ >]", -1)[0] + ">";

        assertThat(paragraphs(dialog + ARTICLE)).as("before the text").isEqualTo(TEXT);
        assertThat(paragraphs(ARTICLE + dialog)).as("behind the text").isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=cmp>",
                "<div class=gdpr>",
                "<div class=privacy-layer>",
                "<div class=modal>",
                "<div class=x7f2a>",
                "<div>"
            })
    void leavesADialogOutWhateverItsName(String opening) {
        String german =
                "<h2>Ihre Privatsphäre</h2><p>Wir und unsere 214 Partner verwenden Cookies und ähnliche Techniken, um auf Ihrem Gerät zu speichern und zu lesen, was uns hilft.</p>"
                        + "<p>Sie können Ihre Einwilligung jederzeit in den Einstellungen widerrufen. Einige Partner berufen sich auf ein berechtigtes Interesse.</p>";

        assertThat(paragraphs(opening + ASKS + "</div>" + ARTICLE)).isEqualTo(TEXT);
        assertThat(paragraphs(ARTICLE + opening + german + "</div>")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div class=layer>", "<div role=dialog>", "<dialog open>", "<div>"})
    void leavesADialogWithAFirstHeadingOut(String opening) {
        String dialog = opening + ASKS.replace("h2", "h1") + "</div></dialog>";

        assertThat(paragraphs(dialog + ARTICLE)).isEqualTo(TEXT);
        assertThat(extraction(page("<title>Otterford Post</title>", dialog + ARTICLE))
                        .title())
                .isEqualTo("Weir at Otterford to be rebuilt in wood");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Otterford Post and its 214 partners set cookies and read identifiers on your device, to show advertisements and to count readers.",
                "Otterford Post verwendet Cookies und ähnliche Techniken, um auf Ihrem Gerät zu speichern und zu lesen, was uns hilft.",
                "オッターフォード新聞は、利用状況の把握と広告の配信のために、お使いの端末でCookieを使用しています。詳しくは設定をご覧ください。",
                "当サイトでは、利用状況の把握と広告の配信のために、お使いの端末でクッキーを利用しています。続けると同意したものとみなします。"
            })
    void leavesADialogOutThatBeginsWithTheSitesName(String first) {
        String head = "<title>Weir at Otterford to be rebuilt in wood</title><meta property=og:site_name content='"
                + (first.startsWith("オ") ? "オッターフォード新聞" : "Otterford Post") + "'>";
        String second = first.codePointAt(0) > 0x3000
                ? "広告のためのCookieは、いつでも設定の画面で拒否することができます。同意を撤回するには、ページの下にあるリンクをお使いください。"
                : "You may refuse cookies or change your mind at any time, below the link at the foot of each page.";
        String dialog = "<div class=x7f2a><p>" + first + "</p><p>" + second + "</p></div>";

        assertThat(extraction(page(head, dialog + ARTICLE)).paragraphs()).isEqualTo(TEXT);
        assertThat(extraction(page(head, ARTICLE + dialog)).paragraphs()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Diese Website setzt Cookies ein, um Ihnen die bestmögliche Nutzung zu ermöglichen. Mit einem Klick auf „Alle annehmen“ stimmen Sie dem zu.</p>",
                "<div><div>Bei uns bestimmen Sie, was mit Ihren Daten geschieht. Für Werbung, die zu Ihnen passt, legen unsere 318 Partner Cookies auf Ihrem Gerät ab.</div><div>Ihre Zustimmung können Sie jederzeit ganz unten auf jeder Seite widerrufen.</div></div>",
                "<section><h3>Datenschutz</h3><p>Damit unsere Seiten funktionieren, brauchen wir einige Cookies. Andere helfen uns zu verstehen, was Sie lesen.</p><p>Wählen Sie aus, welche Sie zulassen wollen; das lässt sich jederzeit ändern.</p></section>",
                "<div><p>Con tu permiso, nuestros 412 socios y nosotros guardamos cookies en tu equipo para medir la audiencia y mostrarte publicidad.</p><p>Puedes aceptarlas, rechazarlas o cambiar de opinión cuando quieras en la configuración de cookies.</p></div>",
                "<p>En esta página usamos cookies propias y de terceros para analizar sus visitas y mostrarle anuncios; si sigue navegando, acepta su uso.</p>",
                "<div><span>Este site guarda cookies no seu aparelho para que você veja anúncios do seu interesse. Ao continuar, você aceita a nossa política.</span></div>",
                "<div><p>Avec votre accord, nous déposons des cookies sur votre appareil pour mesurer l’audience et vous montrer des publicités adaptées.</p></div>",
                "<div><p>Con il tuo permesso salviamo cookie sul tuo dispositivo per contare i lettori e mostrarti annunci che ti interessano.</p></div>",
                "<div><p>За вашої згоди наш сайт зберігає файли cookie на вашому пристрої, щоб показувати рекламу, яка вам цікава.</p></div>",
                "<p>Na naszej stronie zapisujemy pliki cookies na Twoim urządzeniu. Nasi partnerzy używają ich, by pokazać Ci dopasowane reklamy.</p>"
            })
    void leavesOutWhatSpeaksOfCookiesToTheReaderAtTheEndOfThePage(String dialog) {
        assertThat(paragraphs(ARTICLE + dialog)).isEqualTo(TEXT);
        assertThat(paragraphs(ARTICLE.replace("<main>", "<div>").replace("<article>", "<div>") + dialog))
                .isEqualTo(TEXT);
        assertThat(paragraphs(ARTICLE + dialog
                        + "<footer><p>Otterford Post is printed in the old mill each week.</p></footer>"))
                .isEqualTo(TEXT);
        assertThat(EXTRACTOR.extract(page(
                        "<title>Seite nicht gefunden</title>",
                        "<h1>Seite nicht gefunden</h1><p>Hier ist nichts.</p>" + dialog + dialog)))
                .isInstanceOfSatisfying(
                        Extraction.Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(RejectReason.ERROR));
    }

    @Test
    void keepsTheLastWordsOfAnArticleOnCookies() {
        String last =
                "Wer Cookies ablehnt, sieht auf unserer Seite übrigens dieselben Texte wie alle, sagt uns die Leiterin des Amtes.";
        String text = "<div>" + String.join("</div><div>", TEXT) + "</div>";

        assertThat(paragraphs("<h1>Bußgeld für Cookies ohne Zustimmung</h1>" + text + "<div>" + last + "</div>"))
                .hasSize(4);
        assertThat(paragraphs("<h1>Bußgeld für das Amt</h1>" + text
                        + "<div>Von neunzig Seiten setzten siebzig Cookies, bevor jemand zugestimmt hatte, zählte das Amt.</div><div>"
                        + last + "</div>"))
                .hasSize(5);
    }

    @Test
    void keepsASectionOnCookiesThatQuotesABanner() {
        String section =
                "<div><p>“We use cookies” is all that most banners say, and hardly anybody who agrees knows what the consent is for.</p>"
                        + "<p>A new law wants sites to ask for consent in plain words, and to let readers refuse cookies with one click.</p></div>";

        assertThat(paragraphs("<main>" + HEADLINE + section + "<p>" + String.join("</p><p>", TEXT) + "</p></main>"))
                .hasSize(TEXT.size() + 2);
    }

    @Test
    void rejectsAPageThatHasNothingButTheDialog() {
        assertThat(EXTRACTOR.extract(page("<div role=dialog>" + ASKS + "</div>")))
                .isInstanceOfSatisfying(
                        Extraction.Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(RejectReason.CONSENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<dialog open>", "<div role=dialog aria-modal=true>"})
    void keepsAnArticleThatStandsInADialog(String opening) {
        String teasers = "<ul><li><a href=/1>Ferry to run later</a></li><li><a href=/2>Mill to open doors</a></li></ul>"
                + "<p>The Otterford Post is written by three people and a dog, and is printed each Thursday in the old mill.</p>";

        assertThat(paragraphs(teasers + opening + ARTICLE + "</div></dialog>")).containsAll(TEXT);
    }

    @Test
    void keepsAnArticleOnCookiesThatStandsInNoDialog() {
        String text =
                "<p>The data office has fined a chain of shops because its cookies went on working after customers had refused their consent.</p>"
                        + "<p>Of ninety sites that were looked at, seventy set cookies before anybody had agreed, said the head of the office, Lia Brandt.</p>"
                        + "<p>Her office wants a law by which a browser answers once for all sites whether cookies are welcome.</p>"
                        + "<p>The chain said that a new firm had run its sites since the spring, and that it had known nothing of the cookies until a customer wrote.</p>"
                        + "<p>It is the first fine of its kind in the county; two more sites have until the end of May to ask for consent in plain words.</p>"
                        + "<p>Customers can write to the office where they find cookies that they have refused, and need no lawyer for that, Brandt said.</p>";

        assertThat(paragraphs("<main class=privacy><h1>Fine for cookies without consent</h1>" + text + "</main>"))
                .hasSize(6);
    }

    @Test
    void keepsAPageInsideOfAnElementNamedAfterTheTool() {
        assertThat(paragraphs("<div class=didomi-ready>" + ARTICLE
                        + "</div><p>The Otterford Post is printed each Thursday in the old mill.</p>"))
                .containsAll(TEXT);
    }

    private static List<String> paragraphs(String body) {
        return extraction(page(body)).paragraphs();
    }

    private static Extraction.Content extraction(RawPage page) {
        Extraction extraction = EXTRACTOR.extract(page);
        assertThat(extraction).isInstanceOf(Extraction.Content.class);
        return (Extraction.Content) extraction;
    }

    private static RawPage page(String body) {
        return page("<title>Weir at Otterford to be rebuilt in wood</title>", body);
    }

    private static RawPage page(String head, String body) {
        String html = "<!doctype html>" + head + "<body>" + body + "<footer><p>© 2026 Otterford Post</p></footer>";
        return new RawPage(
                "https://post.example/news/weir",
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z"));
    }
}
