package newsloom.cleaner.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.metadata.AuthorFinder;
import newsloom.cleaner.extract.metadata.LineAuthors;
import newsloom.cleaner.extract.metadata.TitleFinder;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineLabelsTest {

    private static final String URL = "https://courier.example/x";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Автор: Ирина Шубина | Ирина Шубина",
                "Автор текста: Ирина Шубина | Ирина Шубина",
                "Текст: И. П. Шубина и Олег Вершин | И. П. Шубина;Олег Вершин",
                "Текст и фото: Олег Вершин | Олег Вершин",
                "Авторка: Оксана Верба | Оксана Верба",
                "Підготувала Оксана Верба | Оксана Верба",
                "Haber: Elif Karataş | Elif Karataş",
                "Yazar: Elif Karataş ve Mert Aydın | Elif Karataş;Mert Aydın",
                "Muhabir: Mert Aydın | Mert Aydın",
                "作者：张晓雨 | 张晓雨",
                "作者：张晓雨 来源：江岸时报 | 张晓雨",
                "记者 张晓雨 | 张晓雨",
                "本报记者 张晓雨 李大川 | 张晓雨;李大川",
                "記者王小明／江岸報導 | 王小明",
                "文・山田花子 | 山田花子",
                "取材・文：山田花子 | 山田花子",
                "山田花子記者 | 山田花子",
                "김하늘 기자 | 김하늘",
                "[한빛=온누리뉴스] 김하늘 선임기자 | 김하늘",
                "글: 박새봄 | 박새봄",
                "كتبت: سلمى الناصر | سلمى الناصر",
                "بقلم سلمى الناصر | سلمى الناصر",
                "كتب: كريم الناصر وسعاد حليم | كريم الناصر وسعاد حليم",
                "نویسنده: رضا کاویان | رضا کاویان",
                "מאת: נועה ברקאי | נועה ברקאי",
                "Γράφει ο Νίκος Βέργος | Νίκος Βέργος",
                "Του Νίκου Βέργου | Νίκου Βέργου",
                "Κείμενο: Νίκος Βέργος και Άννα Ρήγα | Νίκος Βέργος;Άννα Ρήγα",
                "Autorka: Hanna Wilk | Hanna Wilk",
                "Tekst i zdjęcia: Hanna Wilk oraz Jan Lis | Hanna Wilk;Jan Lis",
                "Napsala Jana Veselá | Jana Veselá",
                "Írta: Kocsis Réka | Kocsis Réka",
                "Propos recueillis par Una Breck | Una Breck",
                "Texte : Una Breck et Léo Varin | Una Breck;Léo Varin",
                "Text und Fotos: Jens Pohl | Jens Pohl",
                "Reviewed by Una Breck | Una Breck",
                "लेखक: रवि मेहता | रवि मेहता",
            })
    void readsLinesThatNameWhoWroteItWithoutMarkup(String line, String names) {
        String text = "<h1>News of the day</h1><p>Short</p><p>" + line + "</p><p>Some text.</p>";
        assertThat(authors(text)).containsExactly(names.split(";"));
        assertThat(authors("<h1>News of the day</h1><div class=author>" + line + "</div>"))
                .containsExactly(names.split(";"));
        List<TextLine> lines = TextLines.read("Some words\n\n" + line, 10);
        assertThat(LineAuthors.find(lines, lines, -1, URL)).containsExactly(names.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Текст нового закона опубликован на сайте думы",
                "Автор: неизвестен до сих пор",
                "记者在现场看到，大桥两侧已经拉起警戒线",
                "文化节将于下周开幕",
                "기자들이 한빛시청 앞에 모였다",
                "كتب تاريخية نادرة في معرض المدينة القديمة هذا الأسبوع",
                "Haber merkezimizden son dakika gelişmeleri",
                "Reportage über den neuen Hafen: was bleibt, was kommt",
                "Photographs by Una Breck",
                "Фото: Олег Вершин",
                "写真：山田花子",
                "摄影 / 张晓雨"
            })
    void takesNoOtherLinesForBylines(String line) {
        assertThat(authors("<h1>News of the day</h1><p>Short</p><p>" + line + "</p><p>Some text.</p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By Una Breck and Jens Pohl<br>June 8, 2024</p>",
                "<p>June 8, 2024 at 2:05 pm | By Una Breck and Jens Pohl</p>",
                "<div><span>Von Una Breck und Jens Pohl</span> <span>14.11.2024</span></div>",
                "<div><span>Von Una Breck und Jens Pohl</span><span>14.11.2024, 14:05 Uhr</span></div>",
                "<div><span>By Una Breck and Jens Pohl</span><span>June 8, 2024</span></div>",
                "<div><a href=/author/u>Una Breck</a><span>and</span><a href=/author/j>Jens Pohl</a><time>June 8, 2024</time></div>",
                "<div>Von Una Breck und Jens Pohl, Montag, 14. November 2024</div>",
                "<div>14. November 2024, 14:05 Uhr, von Una Breck und Jens Pohl</div>",
                "<div>By Una Breck and Jens Pohl on Friday June 8, 2024 @10:34AM</div>",
                "<div class=byline>Una Breck, Jens Pohl<br>14.11.2024</div>",
                "<div>Por Una Breck y Jens Pohl Publicado 8 de junio de 2024</div>",
                "<div>Автор: Una Breck и Jens Pohl 8 июня 2024</div>",
                "<div>作者：Una Breck、Jens Pohl 2024年6月8日 14:05</div>",
                "<div>2024年6月8日 14:05 作者：Una Breck、Jens Pohl</div>"
            })
    void readsABylineThatStandsInOneBlockWithTheDate(String byline) {
        String page = "<h1>News of the day</h1>" + byline + "<p>Some text.</p>";
        assertThat(authors(page)).containsExactly("Una Breck", "Jens Pohl");
    }

    @Test
    void readsTheDateOfSpansWithoutASpaceBetween() {
        assertThat(PageTrees.of(
                                "<div><span>Von Jens Pohl</span><span>14.11.2024</span><span>Valemouth</span></div><div><span>W</span><span>eir</span> <b>i</b><b>Phone</b></div>")
                        .blocks())
                .extracting(Block::text)
                .containsExactly("Von Jens Pohl 14.11.2024 Valemouth", "Weir iPhone");
    }

    @Test
    void namesNobodyWhoTookPicturesNorPlacesNorTheSite() {
        assertThat(
                        authors(
                                "<h1>News of the day</h1><p>Photographs by <a rel=author href=/author/una>Una Breck</a></p><p>Some text.</p>"))
                .isEmpty();
        assertThat(
                        authors(
                                "<h1>News of the day</h1><div>Fotos:</div><div><a rel=author href=/author/una>Una Breck</a></div><p>By Jens Pohl</p>"))
                .containsExactly("Jens Pohl");
        assertThat(authors("<meta name=author content='Photographs by Una Breck'><h1>News of the day</h1>"))
                .isEmpty();
        assertThat(authors("<h1>News of the day</h1><p>By Una Breck at Mill Lane</p>"))
                .containsExactly("Una Breck");
        assertThat(authors("<h1>News of the day</h1><p>By Una Breck, at Mill Lane</p>"))
                .containsExactly("Una Breck");
        assertThat(authors("<h1>News of the day</h1><p>By Una de la Mar, van den Berg</p>"))
                .containsExactly("Una de la Mar", "van den Berg");
        String sentence =
                "<p>The harbour of Valemouth will be closed for a week, as the town said on Monday morning.</p>";
        assertThat(authors("<h1>News of the day</h1><p>Portal Valverde</p>" + sentence))
                .isEmpty();
        assertThat(authors("<h1>News of the day</h1><p>Portal Valverde | 5 March 2026</p>" + sentence))
                .isEmpty();
        assertThat(authors("<title>News of the day | Alto Valverde</title><h1>News of the day</h1><p>Alto Valverde</p>"
                        + sentence))
                .isEmpty();
    }

    private static List<String> authors(String html) {
        PageTree tree = PageTrees.of(html);
        SiteNames site = SiteNames.of(tree.hints(), LinkedData.NONE, URL);
        return AuthorFinder.find(tree, LinkedData.NONE, TitleFinder.find(tree, LinkedData.NONE, site), site, URL);
    }
}
