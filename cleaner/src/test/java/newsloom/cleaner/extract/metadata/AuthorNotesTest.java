package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.InventedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNotesTest {

    private static final List<String> TEXT = List.of(
            "The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday in the town hall.",
            "Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it.",
            "The board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ada Quist | Ada Quist is a reporter at the Courier. She covers harbours and islands.",
                "Von Lia Brandt | Lia Brandt schreibt seit zehn Jahren über Flüsse und die Leute, die an ihnen wohnen.",
                "Par Jean-Marc Orval | Jean-Marc Orval est journaliste au Courrier et couvre les rivières de la région.",
                "Por Inés M. Vela | Inés M. Vela es redactora del Correo y escribe sobre ríos y puertos del norte.",
                "Ada Quist | Ada Quist has covered the coast since 2014, and lives in Denby with two dogs."
            })
    void areNoTextWhereTheBylineNamesThem(String byline, String note) {
        String html = "<title>Weir to be rebuilt</title><h1>Weir to be rebuilt</h1><p>" + byline + "</p><article><p>"
                + String.join("</p><p>", TEXT) + "</p><p>" + note + "</p></article>";
        String text = "Weir to be rebuilt\n" + byline + "\n\n" + String.join("\n\n", TEXT) + "\n\n" + note;

        assertThat(InventedPage.html("https://courier.example/weir-to-be-rebuilt", html)
                        .paragraphs())
                .isEqualTo(TEXT);
        assertThat(InventedPage.text("https://courier.example/weir-to-be-rebuilt", text)
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void areTextWhereTheArticleTellsOfThatPerson() {
        List<String> text = List.of(
                "The county has given its prize for stories of rivers to Ada Quist, who walked along the whole of the Quell last summer.",
                "Anglers had asked for another winner, who knows more about salmon, and collected four thousand names for him.",
                "Ada Quist is a reporter at the Courier, and the first woman who has won the prize since the war.");
        String html =
                "<title>Prize for river stories</title><h1>Prize for river stories</h1><p>By Ada Quist</p><article><p>"
                        + String.join("</p><p>", text) + "</p></article>";

        assertThat(InventedPage.html("https://courier.example/prize-for-river-stories", html)
                        .paragraphs())
                .isEqualTo(text);
        assertThat(InventedPage.html(
                                "https://courier.example/prize-for-river-stories",
                                html.replace("By Ada Quist", "By Ole Strand").replaceFirst("to Ada Quist", "to her"))
                        .paragraphs())
                .hasSize(3);
    }
}
