package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.InventedPage;
import newsloom.cleaner.extract.page.TextLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTextTest {

    @Test
    void losesNoLastParagraphBehindTheCreditOfAPicture() {
        String text = """
                Salt mill of Pellworth to grind again
                4 March 2026
                The salt mill of Pellworth is to grind again from May on, eleven years after a fire had taken its roof and both of its stones.
                Photo: Ina Farrow
                A society of ninety people has paid for oak and slate, and two millers from across the border have shown how the stones are dressed.
                The town gives the ground for nothing, as its council decided on Wednesday evening with one vote against and two abstentions.
                Photo: Ina Farrow
                Whoever wants to help may come on Saturdays, when the society cooks a soup for all who carry slates up to the roof.
                Photo: Ina Farrow
                The mill is to cost eighty thousand crowns. A third of it comes from the province, and the rest from a lottery on 1 April.
                """;

        assertThat(InventedPage.text("https://courier.example/a/12345", text).paragraphs())
                .hasSize(5)
                .last()
                .isEqualTo(
                        "The mill is to cost eighty thousand crowns. A third of it comes from the province, and the rest from a lottery on 1 April.");
    }

    private static final List<String> TEXT = List.of(
            "Shares of the ferry company fell by a tenth on Friday after it had said that two of its ships need new engines before the summer.",
            "The repair will cost thirty million crowns, more than the company earned in the last three years, and takes both ships out of service.",
            "Its chairman told the meeting in Otterford that no route will be given up, and that old ships have been chartered from the north.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Spread bets and CFDs are complex instruments and you can lose money fast because of leverage. 71% of retail investor accounts lose money when trading them with this broker.",
                "82 % of retail CFD accounts lose money.",
                "CFDs sind komplexe Instrumente und bergen ein hohes Risiko. 74 % der Kleinanlegerkonten verlieren Geld beim Handel damit.",
                "Risk warning: forex trading carries a high level of risk and may not be suitable for everybody.",
                "Disclaimer: nothing here is financial advice, and past performance is no guide to future results."
            })
    void knowsNoticesOfRisk(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.RISK_NOTICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lese am Hang bei Otterford (Archivbild). Foto: dpa",
                "The ferry at its berth in Otterford on Monday. Photo: Ina Farrow / Courier",
                "Паром у причала в понедельник. Фото: Ина Фарроу"
            })
    void knowsCaptionsThatEndWithALabelledCredit(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.PICTURE_CREDIT);
    }

    @Test
    void leavesOutTheBylineBelowTheLead() {
        String page = "<article><h1>Ferry company loses a tenth</h1><p><strong>" + TEXT.get(0)
                + "</strong></p><p>Von Ada Quist und Ole Strand</p><p>" + TEXT.get(1) + "</p><p>" + TEXT.get(2)
                + "</p></article>";

        assertThat(InventedPage.html("https://courier.example/a/12345", page).paragraphs())
                .containsExactlyElementsOf(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "이하늘 시장이 29일 한빛시청에서 열린 회의에서 인사하고 있다. 연합뉴스",
                "29일 한빛시 부두에 배들이 묶여 있다. 한빛=뉴시스",
                "등대로 가는 길이 다시 열렸다. AP 연합뉴스",
                "새로 단장한 등대의 모습. 한빛시 제공",
                "다시 열린 등대. (사진=한빛일보)",
                "再開された灯台＝光浜市で2026年3月4日、山田花子撮影",
                "会見する光浜市長（共同）",
                "再開された灯台（光浜市提供）",
                "重新开放的灯塔。（李鑫 摄）",
                "重新开放的灯塔。光滨市供图"
            })
    void knowsWhatStandsBelowPicturesInEastAsia(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.PICTURE_CREDIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "시장은 등대가 오래 열려 있을 것이라고 연합뉴스에 말했다.",
                "등대의 자료는 모두 한빛시가 제공",
                "この灯台の写真は山田さんが撮影した。",
                "市は資料を提供する。",
                "灯塔的照片由李鑫拍摄。"
            })
    void knowsSentencesOfTheSameWords(String text) {
        assertThat(ruleOf(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ⓒ 한빛일보, 무단 전재 및 재배포 금지",
                "© 2026 Courier of the Vale",
                "이하늘 기자 haneul@courier.example",
                "Ada Quist a.quist@courier.example",
                "By Ada Quist and Ole Strand, news@courier.example"
            })
    void leavesOutWhoseTextItIs(String last) {
        String page = "<article><h1>Ferry company loses a tenth</h1><p>" + String.join("</p><p>", TEXT) + "</p><p>"
                + last + "</p></article>";

        assertThat(InventedPage.html("https://courier.example/a/12345", page).paragraphs())
                .containsExactlyElementsOf(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Follow the Otterford Post on WhatsApp and never miss a story.",
                "Join our Telegram channel for the news of the day.",
                "Follow us on Google News.",
                "Listen to the podcast: what the weir tells about the town",
                "You can also follow our channel on WhatsApp.",
                "Folgen Sie uns auf WhatsApp, um nichts zu verpassen.",
                "Jetzt auch auf WhatsApp: die Nachrichten der Post.",
                "Abonnieren Sie unseren Podcast, jeden Freitag neu.",
                "Suivez-nous sur Google Actualités et sur WhatsApp.",
                "Rejoignez notre chaîne WhatsApp pour ne rien manquer.",
                "Síguenos en Google News y en nuestro canal de WhatsApp.",
                "Únete a nuestro canal de Telegram.",
                "Siga a Gazeta no Google Notícias.",
                "Entre no nosso canal do WhatsApp e receba as notícias.",
                "Segui la Gazzetta su Google News.",
                "Подписывайтесь на наш канал в Telegram.",
                "Читайте нас в Telegram и Viber.",
                "Підписуйтесь на наш Telegram-канал.",
                "Ακολουθήστε μας στο Google News.",
                "تابعونا على Google News وتطبيق WhatsApp.",
                "Bizi Google News üzerinden takip edin.",
                "関連：公式LINEで最新ニュースを配信中。フォローしてください"
            })
    void knowsAppealsToFollowTheSite(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.SIGN_UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor announced on WhatsApp that the weir would be rebuilt before the salmon come.",
                "Telegram was fined two million crowns on Tuesday for leaving the channels of the gang open.",
                "Following the storm, the board wrote on Facebook that the ferry would not run.",
                "Der Bürgermeister schrieb bei WhatsApp, das Wehr werde im Herbst fertig.",
                "En su canal de Telegram, la alcaldesa pidió calma a los vecinos de la isla.",
                "Губернатор сообщил в Telegram, что мост откроют в пятницу.",
                "A podcast by two students tells how the weir came to Otterford."
            })
    void knowsNewsFromAppealsToFollow(String text) {
        assertThat(ruleOf(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 / 12", "(3/12)", "Bild 4 von 9", "Foto 2 de 14", "Photo 1 of 30", "5 из 11", "写真 3/8"})
    void knowsWhatCountsPictures(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.PICTURE_COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 of 12 boats sank.", "2026", "180/132", "1/2 cup of flour", "Bild 4 von Otto Brandt"})
    void knowsOtherFiguresFromCounts(String text) {
        assertThat(ruleOf(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cet article est réservé aux abonnés. Il vous reste 72 % à lire.",
                "Il vous reste 64.5 % de cet article à lire. La suite est réservée aux abonnés.",
                "Pour lire la suite, abonnez-vous dès 1 € par mois.",
                "Déjà abonné ? Connectez-vous.",
                "この記事は有料会員限定です。残り 1,204文字",
                "ここから先は会員登録が必要です。",
                "残り864文字（全文1210文字）",
                "Dieser Artikel ist nur für Abonnenten der Post lesbar.",
                "Jetzt weiterlesen mit Post Plus.",
                "Sie haben bereits ein Abo? Hier anmelden.",
                "Este artigo é exclusivo para assinantes.",
                "Já é assinante? Entre na sua conta.",
                "Para continuar lendo, assine a Gazeta.",
                "Este contenido es exclusivo para suscriptores.",
                "¿Ya eres suscriptor? Inicia sesión.",
                "Para seguir leyendo, suscríbete por 1 € al mes.",
                "Questo articolo è riservato agli abbonati.",
                "Sei già abbonato? Accedi.",
                "Per continuare a leggere scegli un abbonamento.",
                "To continue reading, subscribe to the Post.",
                "The website of the Post holds only a part of the reports that its subscribers read.",
                "本文仅限会员阅读，登录后继续阅读全文。",
                "이 기사는 구독자만 볼 수 있습니다."
            })
    void knowsWhatStandsInThePlaceOfTheRest(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.WALL_NOTICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abonnenten der Fähre zahlen ab Mai vier Kronen mehr.",
                "L’article 12 de la loi est réservé aux communes rurales.",
                "Para continuar con las obras hacen falta dos millones.",
                "Per continuare i lavori servono due milioni.",
                "会員の減少が続く町の商工会は、来年度の予算を組み直す。",
                "Dieser Text wurde 1912 in Otterford gefunden.",
                "Este artículo de la ley solo rige en las islas."
            })
    void knowsNewsFromWalls(String text) {
        assertThat(ruleOf(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image: The weir before the flood. Credit: Otterford Archive",
                "Photo: Ada Quist / Otterford Post",
                "Foto: Ole Strand/Presse",
                "Bildquelle: Archiv Otterford",
                "Photo by Ada Quist for the Post",
                "Fotos von Ole Strand",
                "AP Photo/Ada Quist",
                "(AP Photo/Ada Quist, File)",
                "© Ada Quist / AFP",
                "Ada Quist/AFP via Getty Images",
                "Ole Strand / dpa",
                "Getty Images",
                "Фото: Архив Оттерфорда",
                "写真：山田太郎",
                "图片来源：河口日报",
                "사진=하구신문",
                "Mayor Ole Strand opens the weir on Monday, with the old mill behind him. (AP Photo/Ada Quist)",
                "Der Bürgermeister öffnet am Montag das Wehr (Foto: Ada Quist)."
            })
    void knowsCreditsOfPictures(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.PICTURE_CREDIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READ ALSO: Two more ships for the island",
                "Read more: Why the ferry company needs new engines",
                "LIRE AUSSI : Le bac de l’île est en panne",
                "LEE TAMBIÉN: El transbordador vuelve el lunes",
                "Lesen Sie auch: Die Fähre fährt wieder",
                "Читайте также: Паром снова ходит"
            })
    void knowsWhatLeadsToAnotherText(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.READ_ALSO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Related content:",
                "You might also like",
                "Das könnte dich auch interessieren:",
                "Schon gelesen?",
                "Vous aimerez aussi",
                "Seguir leyendo:",
                "Dowiedz się więcej",
                "Материалы по теме",
                "延伸阅读："
            })
    void knowsHeadingsOfWhatFollowsAnArticle(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.AFTERWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Story continues below advertisement",
                "Article continues after this ad.",
                "Advertisement - scroll to continue",
                "La suite après cette publicité",
                "La nota continúa después de la publicidad",
                "(Anzeige)"
            })
    void knowsPausesForAdvertisements(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.PAUSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sign up for our newsletter and get the best of the week every Friday.",
                "Never miss a story. Subscribe to our morning newsletter here.",
                "Abonnez-vous à notre newsletter pour ne rien manquer.",
                "Suscríbete a nuestro boletín y recibe las noticias cada mañana.",
                "Abonnieren Sie unseren Newsletter, der jeden Freitag erscheint.",
                "Iscriviti alla newsletter per ricevere le notizie del giorno.",
                "Schrijf je in voor onze nieuwsbrief."
            })
    void knowsAppealsForLetters(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.SIGN_UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Share on Facebook Tweet it!", "Share this on X", "Teilen auf WhatsApp", "Partager sur LinkedIn"
            })
    void knowsWhatSharesThePage(String text) {
        assertThat(ruleOf(text)).isEqualTo(Rule.SHARE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share prices on Twitter's first day rose.",
                "Read more slowly, the teacher told them, and the children did.",
                "Schon gelesen haben sie den Brief.",
                "Related claims were dismissed.",
                "The story continues below ground, where miners found a second hall in March and a third one after it.",
                "Advertisements for ferries are forbidden in Otterford.",
                "In her newsletter the minister wrote that readers who sign up for the census early need not come twice.",
                "The deal was struck by Reuters/Ipsos polling in June, the company said.",
                "He won 3/4 of the vote.",
                "The mayor opened the weir on Monday (the old mill stands behind it).",
                "The authority found in the spring that between 70 and 80 per cent of retail accounts lose money with such bets, and said that it would forbid them.",
                "Past performance is no guide to the next match, said the coach after his team had lost for the fourth time in a row.",
                "Photo by photo, the police put together what had happened at the mill on the night of the flood.",
                "Image is everything in this trade, she said.",
                "Pictures of the flood went round the world.",
                "Photo: what the camera at the weir saw in the night when the wall gave way, and why nobody looked at it before the morning."
            })
    void leavesSentencesOfArticlesAlone(String text) {
        assertThat(ruleOf(text)).isNull();
    }

    @Test
    void dropsThemAndAParagraphThatCallsItselfADisclaimer() {
        String html = "<h1>Ferry company needs new engines</h1><article><p>" + TEXT.get(0)
                + "</p><p>Photo by Ada Quist for the Post</p><p>" + TEXT.get(1)
                + "</p><p class=disclaimer>The writer of this column holds shares of two shipping companies and has held them for longer than a year.</p><p>"
                + TEXT.get(2)
                + "</p><p>Risk warning: trading in shares carries risk, and your capital is at risk.</p></article>";

        assertThat(InventedPage.html("https://post.example/money/ferries", html).paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void dropsASmallBoxNamedAfterANewsletterAndAnAppealAtTheEnd() {
        String html = "<h1>Ferry company needs new engines</h1><div class=body><p>" + TEXT.get(0)
                + "</p><div class=block-newsletter><p>The evening letter: at six each day, what the harbour talks of, free of charge.</p></div><p>"
                + TEXT.get(1) + "</p><p>" + TEXT.get(2)
                + "</p><p>Never miss an edition! The Post comes to your door for two crowns a week, so write to our office at the fish market.</p></div>";

        assertThat(InventedPage.html("https://post.example/money/ferries", html).paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void dropsTheHeadingOfABoxWhoseAppealItDrops() {
        String html = "<h1>Ferry company needs new engines</h1><div class=body><p>" + TEXT.get(0)
                + "</p><div class=box><h3>The harbour in your mail</h3><p>Sign up for our newsletter and get the best of the week every Friday.</p></div><p>"
                + TEXT.get(1) + "</p><h3>What engines cost</h3><p>" + TEXT.get(2) + "</p></div>";

        assertThat(InventedPage.html("https://post.example/money/ferries", html).paragraphs())
                .containsExactly(TEXT.get(0), TEXT.get(1), "What engines cost", TEXT.get(2));
    }

    @Test
    void keepsAPageThatIsANewsletterAsAWhole() {
        String html = "<h1>Ferry company needs new engines</h1><div class=newsletter><p>" + String.join("</p><p>", TEXT)
                + "</p></div>";

        assertThat(InventedPage.html("https://post.example/letters/12", html).paragraphs())
                .isEqualTo(TEXT);
    }

    private static @Nullable Rule ruleOf(String text) {
        return OutsideText.of(TextLines.read(text, 1).get(0));
    }
}
