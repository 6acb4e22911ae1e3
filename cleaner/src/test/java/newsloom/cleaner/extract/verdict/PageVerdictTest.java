package newsloom.cleaner.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageVerdictTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Страница не найдена",
                "Nie znaleziono strony",
                "Sidan kunde inte hittas",
                "Sayfa bulunamadı",
                "お探しのページは見つかりませんでした",
                "Siden findes ikke",
                "Stránka nenalezena",
                "404",
                "404 - Page",
                "Error 410",
                "410 Gone",
                "429 Too Many Requests",
                "451: Unavailable due to legal reasons",
                "Erreur 500",
                "503 Service Temporarily Unavailable",
                "Fehler 404 – Seite nicht gefunden",
                "Diese Seite existiert nicht mehr",
                "Zugriff verweigert",
                "Accès refusé",
                "Cette page n’est plus disponible",
                "Acceso denegado",
                "Página no disponible",
                "Accesso negato",
                "Acesso negado",
                "Доступ запрещён",
                "Ошибка 404",
                "Сторінку не знайдено",
                "404エラー",
                "アクセスが拒否されました",
                "禁止访问",
                "您访问的页面不存在",
                "페이지를 찾을 수 없습니다",
                "الصفحة غير موجودة",
                "Halaman tidak ditemukan",
                "Không tìm thấy trang",
                "This content is not available in your region",
                "Wartungsarbeiten",
                "Unsere Website wird derzeit gewartet",
                "Site en maintenance",
                "Sitio en mantenimiento",
                "Estamos en mantenimiento",
                "Sito in manutenzione",
                "We'll be back soon!"
            })
    void rejectsErrorPagesInManyLanguages(String title) {
        assertThat(reasonOf("<title>" + title + "</title><h1>" + title + "</h1><p>Try the search.</p>"))
                .isEqualTo(RejectReason.ERROR);
    }

    @Test
    void rejectsAPageThatIsKeptFromReadersAbroad() {
        String text =
                "<p>We see that you are reading from a country of the European Economic Area, whose law on data protection we cannot yet follow, so access cannot be granted at this time. For any questions, write to desk@courier.example or call our office.</p>";
        assertThat(reasonOf("<title>Courier</title><h1>451: Unavailable for legal reasons</h1>" + text))
                .isEqualTo(RejectReason.ERROR);
    }

    @Test
    void rejectsAnErrorThatOnlyTheTitleTells() {
        assertThat(reasonOf("<title>404 Not Found | Courier</title><p>Sorry about that.</p><a href=/>Home</a>"))
                .isEqualTo(RejectReason.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 jobs to go at the mill",
                "404 days without rain",
                "Page one: how the Courier was made",
                "451 novels that the town has banned",
                "Diver still missing off the islands"
            })
    void keepsBriefsThatBeginWithANumber(String title) {
        String text =
                "<p>The mill at Otterford will lose a third of its people by the autumn, its owners said on Monday in a letter to the town.</p>"
                        + "<p>The union called the news a blow to every family in the valley, and asked the county to step in before the summer.</p>";
        assertThat(reasonOf("<title>" + title + "</title><h1>" + title + "</h1>" + text))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vermisster Wanderer nicht gefunden",
                "500. Heimsieg für Otterford",
                "Forbidden City reopens after flood",
                "Cough syrup no longer available",
                "Access denied: ferry turned away at the pier",
                "Just a moment with Mara Quist",
                "Something went wrong at Otterford dam",
                "Oops: mayor forgets his own wedding"
            })
    void keepsBriefsWhoseHeadlinesSoundLikeErrors(String headline) {
        assertThat(
                        reasonOf(
                                "<title>Courier</title><h1>" + headline
                                        + "</h1><p>It was the talk of the town on Monday, when the council met for the first time after the summer.</p>"
                                        + "<p>Nobody was hurt, said Ada Quist of the harbour office, and a report will be read in March.</p>"))
                .isNull();
    }

    @Test
    void keepsABriefAboutCookiesThatAreEaten() {
        assertThat(
                        reasonOf(
                                "<title>Courier</title><meta property=article:published_time content=2026-11-04T10:00:00Z><h1>Winter fair sells record number of cookies</h1>"
                                        + "<p>Bakers of the winter fair sold nine thousand cookies on Sunday, more cookies than ever before.</p>"
                                        + "<p>The cookies were baked overnight in the old brewery, said Ada Quist of the guild of bakers.</p>"))
                .isNull();
    }

    @Test
    void keepsABriefAboutWhatWasNotFound() {
        String text =
                "<p>Мальчик, который пропал в пятницу на островах, до сих пор не найден, сообщила в понедельник вечером представитель полиции.</p>"
                        + "<p>С выходных его искали сорок водолазов и два вертолёта, несмотря на хорошую погоду и спокойное море вокруг островов.</p>";
        assertThat(reasonOf(
                        "<title>Мальчик на островах не найден</title><h1>Мальчик на островах не найден</h1>" + text))
                .isNull();
    }

    @Test
    void rejectsAConsentWallThatIsNotInEnglish() {
        assertThat(
                        reasonOf(
                                "<h1>Le respect de votre vie privée</h1><p>Avec votre accord, nos 312 partenaires et nous utilisons des traceurs pour stocker et accéder à des informations.</p>"
                                        + "<p>Vous pouvez retirer votre consentement à tout moment en cliquant sur le lien au bas de la page.</p>"))
                .isEqualTo(RejectReason.CONSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Log in - Post</title><h1>Log in to read on</h1><p>This story is for subscribers only. Log in with the address that you gave us, or take out a subscription for two crowns a week to read this and all other stories of the Post.</p>",
                "<title>Post</title><h1>Please switch off your ad blocker</h1><p>You seem to use an ad blocker. Advertisements pay for our reporters. Allow them for this site and load the page again, or read without them for three crowns a month.</p>",
                "<title>Anmelden</title><h1>Anmelden</h1><p>Dieser Text ist nur für Abonnenten. Bitte melden Sie sich mit Ihrer Adresse an, oder nehmen Sie ein Abonnement für zwei Kronen in der Woche, um diesen und alle anderen Texte der Post zu lesen.</p>"
            })
    void rejectsWallsWithoutAText(String html) {
        assertThat(reasonOf(html)).isEqualTo(RejectReason.CONSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Weir to be rebuilt</h1><p>The weir at Otterford is to be rebuilt in oak.</p><h2>Choose your plan</h2><div><h3>Digital</h3><p>All stories on every device. $1 a month for the first three months, then $9 a month. Cancel anytime.</p></div><div><h3>Complete</h3><p>Digital and the printed Post on Saturdays, delivered to your door. $19 a month, cancel anytime.</p></div><p>Already a subscriber? Log in with your address to read this story.</p>",
                "<h1>Wehr wird neu gebaut</h1><p>Das Wehr wird neu gebaut.</p><div><p>Digital: alle Artikel lesen, die ersten vier Wochen kostenlos testen, danach 9,90 € im Monat. Jederzeit kündbar.</p></div><div><p>Jahresabo: 89 € im Jahr statt 118 €, alle Artikel und das E-Paper der Post.</p></div><p>Sie haben bereits ein Abo? Dann melden Sie sich bitte an.</p>",
                "<h1>Le barrage sera reconstruit</h1><p>Cet article est réservé aux abonnés.</p><p>Essentiel : tous les articles en illimité pour 1 € le premier mois, puis 9,90 € par mois, sans engagement.</p><p>Intégral : les articles et le journal numérique dès 21 h pour 14,90 € par mois, sans engagement.</p><p>Déjà abonné ? Connectez-vous.</p>",
                "<h1>La presa será reconstruida</h1><p>Suscripción digital: acceso ilimitado a todas las noticias por 1 € al mes durante el primer año, cancela cuando quieras.</p><p>Suscripción anual: todo el contenido y el boletín de la dirección por 49 € al año, sin permanencia.</p><p>¿Ya eres suscriptor? Inicia sesión para seguir leyendo esta noticia.</p>",
                "<h1>堰が再建へ</h1><p>この記事は有料会員限定です。会員登録すると続きをお読みいただけます。</p><p>デジタル会員は月額980円で、すべての記事をお読みいただけます。いつでも解約できます。</p><p>紙面とデジタルの会員は月額3,980円で、毎朝の新聞もお届けします。いつでも解約できます。</p>"
            })
    void rejectsWallsWithPlans(String html) {
        assertThat(reasonOf(html)).isEqualTo(RejectReason.CONSENT);
    }

    @Test
    void keepsNewsOfWhatSubscriptionsCost() {
        assertThat(
                        reasonOf(
                                "<h1>Ferry card to cost more</h1><article><p>The monthly card for the ferry of Otterford will cost 49 crowns a month from May, four more than now, the county said on Monday.</p>"
                                        + "<p>Subscriptions that were taken out before April go on at the old price until the end of the year, and can be ended each month.</p>"
                                        + "<p>Riders who pay by the year save two months. The county expects that eight thousand people will subscribe, a tenth more than in the year before.</p></article>"))
                .isNull();
    }

    @Test
    void keepsTheBeginningOfAnArticleAboveAWall() {
        String text =
                "<p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday in the town hall.</p>"
                        + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it.</p>";
        assertThat(
                        reasonOf(
                                "<title>Weir to be rebuilt</title><h1>Weir to be rebuilt</h1><article>" + text
                                        + "<p>This story is for subscribers only. Log in with your address to continue reading.</p></article>"))
                .isNull();
    }

    @Test
    void keepsABriefAboutBlockersOfAdvertisements() {
        assertThat(
                        reasonOf(
                                "<title>Court allows blockers</title><h1>Court allows blockers</h1><article><p>A court in Denby has allowed a programme that hides advertisements, after a newspaper had sued its makers for nine years.</p>"
                                        + "<p>Whoever uses an ad blocker does not break any contract with the site, the judges said on Thursday, since nobody had signed one.</p>"
                                        + "<p>The newspaper said that it would appeal, and that a third of its readers do not see what pays for its reporters.</p></article>"))
                .isNull();
    }

    @Test
    void keepsABriefAboutPagesThatAreNotFound() {
        String text =
                "<p>Whoever clicks on a link of the county of Denby meets with the words that no reader wants to see, one time in five, a count by students shows.</p>"
                        + "<p>They had a machine follow thirty thousand links in April. Most of those that lead nowhere had been broken by the move of the county's pages to new machines.</p>"
                        + "<p>The county wants to mend the thousand most wanted ones by the end of the summer, a spokeswoman said.</p>";
        String title = "Page not found: a fifth of the county's links lead nowhere";
        assertThat(reasonOf("<title>" + title + "</title><h1>" + title + "</h1>" + text))
                .isNull();
        assertThat(reasonOf("<title>" + title + "</title><h1>Page not found</h1>" + text))
                .isEqualTo(RejectReason.ERROR);
    }

    @Test
    void keepsShortNewsInPlainTextThatSoundLikeErrors() {
        String news = """
                Page not found: lost leaf of the Denby chronicle stays missing
                %s

                The search for the lost leaf of the Denby chronicle ended on Monday without a trace of it, the museum said in the evening.

                It had been torn out before 1911, when a librarian first noted the gap between the plague and the flood.
                """;
        assertThat(textReason(news.formatted("By Ada Quist"))).isNull();
        assertThat(textReason(news.formatted("4 November 2026"))).isNull();
        assertThat(
                        textReason(
                                "Page not found: the address leads to no page of ours\n4 November 2026\n\n"
                                        + "The page that you are looking for may have been moved or deleted, or its address may be wrong. Try the search, or go back to the front page of our site."))
                .isEqualTo(RejectReason.ERROR);
        assertThat(textReason("Page not found\n4 November 2026\n\n" + news.substring(news.indexOf("The search"))))
                .isEqualTo(RejectReason.ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Page not found | Sorry, the page you are looking for does not exist or has been moved. Try the search or go back to the front page to find what you came for.
            500 Internal Server Error | Something broke on our side and we could not show you this page. We have been told of it; please try again in a few minutes.
            Página no encontrada | Lo sentimos, la página que busca no existe o ha cambiado de dirección. Use el buscador o vuelva a la portada para seguir leyendo.""")
    void rejectsAnErrorPageOfTextThatBeginsWithItsMenu(String title, String text) {
        assertThat(textReason(
                        "Harbour Ledger\n* News\n* Sport\n* Tides\n" + title + "\n" + text + "\n© 2026 Harbour Ledger"))
                .isEqualTo(RejectReason.ERROR);
    }

    private static @Nullable RejectReason textReason(String text) {
        RawPage page = new RawPage(
                "https://courier.example/x",
                text.getBytes(StandardCharsets.UTF_8),
                "text/plain",
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z"));
        return EXTRACTOR.extract(page) instanceof Extraction.Rejection rejection ? rejection.reason() : null;
    }

    @Test
    void rejectsAPageOfTextThatIsBeingWorkedOn() {
        String text =
                "Wartungsarbeiten\n\nUnsere Seite wird derzeit überarbeitet. Wir sind in Kürze wieder für Sie da und bitten um Ihr Verständnis. Bitte versuchen Sie es später noch einmal. Vielen Dank für Ihre Geduld.";
        assertThat(textReason(text)).isEqualTo(RejectReason.ERROR);
    }

    @Test
    void keepsABriefAboutWorksOnARoad() {
        String text =
                "<p>Die Brücke über die Quell wird von Montag an für vier Wochen gesperrt, wie die Stadt am Freitag mitteilte. Der Verkehr wird über Denbach geleitet.</p>"
                        + "<p>Arbeiter erneuern das Geländer und die Fugen zwischen den Platten. Die Kosten trägt zu zwei Dritteln das Land, den Rest zahlt die Stadt.</p>";
        assertThat(reasonOf(
                        "<title>Wartungsarbeiten an der Quellbrücke</title><h1>Wartungsarbeiten an der Quellbrücke</h1>"
                                + text))
                .isNull();
    }

    @Test
    void keepsABriefAboutBannersThatAskForConsent() {
        String text =
                "<p>A cookie that nobody has agreed to is against the law, a court in Denby found on Thursday, whatever the banner above it says.</p>"
                        + "<p>Consent must be as easy to refuse as to give, the three judges wrote. A publisher had hidden the button for it behind four pages of settings.</p>"
                        + "<p>The case had been brought by a teacher, who counted the cookies on his school's machines and found nine hundred.</p>";
        assertThat(reasonOf("<title>Judges ban hidden buttons</title><h1>Judges ban hidden buttons</h1>" + text))
                .isNull();
        assertThat(reasonOf("<title>Courier</title><h1>Before you read on</h1>"
                        + text.replace("The case", "We ask you: the case")
                                .replace("Consent must", "Your consent must")))
                .isEqualTo(RejectReason.CONSENT);
    }

    @Test
    void dropsADialogOfConsentAndLabelledLinksFromTheText() {
        String paragraph =
                "<p>Engineers had warned last spring that the piles beneath the quay were rotten in forty places, and that a storm could bring the hall down.</p>";
        String dialog =
                "<p>We and our 842 partners store and access information on your device, such as cookies, and process personal data for advertising.</p>";
        String page = "<h1>Hall to be rebuilt on higher ground</h1><div>" + paragraph
                + "<p>The work will cost eighteen million and last until the summer of 2028, the council said on Tuesday.</p>"
                + "<p>MORE: <a href=/x>Why the coast is sinking so fast</a></p>"
                + "<p>Opponents said that they would go to court, and that they had the money for the first round.</p></div>"
                + dialog;

        Extraction extraction = EXTRACTOR.extract(page(page));

        assertThat(extraction).isInstanceOf(Extraction.Content.class);
        assertThat(((Extraction.Content) extraction).paragraphs())
                .hasSize(3)
                .noneMatch(text -> text.contains("842") || text.contains("sinking"));
    }

    private static @Nullable RejectReason reasonOf(String html) {
        return EXTRACTOR.extract(page(html)) instanceof Extraction.Rejection rejection ? rejection.reason() : null;
    }

    private static RawPage page(String html) {
        return new RawPage(
                "https://courier.example/x",
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z"));
    }
}
