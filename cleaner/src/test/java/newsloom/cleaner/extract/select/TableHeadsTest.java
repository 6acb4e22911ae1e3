package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.InventedPage;
import org.junit.jupiter.api.Test;

class TableHeadsTest {

    private static final List<String> TEXT = List.of(
            "The weir at Otterford, which gave way in the floods of February, is to be rebuilt in oak as it stood three centuries ago, the river board said on Monday.",
            "Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it since the spring.");

    @Test
    void keepsCaptionAndHeadOfATableWhoseCellsAreText() {
        String table =
                "<table><caption>Height of the weir, in feet</caption><thead><tr><th>Year</th><th>At the mill</th></tr></thead><tbody><tr><td>1720</td><td>6 feet</td></tr><tr><td>1894</td><td>7 feet</td></tr><tr><td>2019</td><td>5 feet</td></tr></tbody></table>";
        assertThat(paragraphs("<p>" + TEXT.get(0) + "</p>" + table + "<p>" + TEXT.get(1) + "</p>"))
                .containsExactly(
                        TEXT.get(0),
                        "Height of the weir, in feet",
                        "Year",
                        "At the mill",
                        "1720",
                        "6 feet",
                        "1894",
                        "7 feet",
                        "2019",
                        "5 feet",
                        TEXT.get(1));
    }

    @Test
    void leavesOutTheHeadOfATableThatIsNoText() {
        String table =
                "<aside class=sidebar><table><caption>Tides of the week</caption><tr><th>Day</th><th>High water</th></tr><tr><td><a href=/1>Mon</a></td><td><a href=/1>6.10</a></td></tr><tr><td><a href=/2>Tue</a></td><td><a href=/2>6.50</a></td></tr></table></aside>";
        assertThat(paragraphs("<p>" + String.join("</p><p>", TEXT) + "</p></article>" + table))
                .isEqualTo(TEXT);
    }

    private static List<String> paragraphs(String body) {
        return InventedPage.html(
                        "https://post.example/news/weir",
                        "<title>Weir to be rebuilt</title><h1>Weir to be rebuilt</h1><article>" + body)
                .paragraphs();
    }
}
