package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineAuthorsTest {

    private static final String URL = "https://www.harbourpost.example/2026/03/salt-mill";
    private static final List<String> TEXT = List.of(
            "The salt mill of Pellworth is to grind again from May on, eleven years after a fire had taken its roof and both of its stones.",
            "A society of ninety people has paid for oak and slate, and two millers from across the border have shown how the stones are dressed.",
            "The town gives the ground for nothing, as its council decided on Wednesday evening with one vote against and two abstentions.");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ada Quist | 5 March 2026; Ada Quist",
                "Ada Quist · Harbour Post · 5 March 2026, 14:10; Ada Quist",
                "Ada Quist - March 5, 2026; Ada Quist",
                "Ada Quist 5 March 2026; Ada Quist",
                "Ada QuistPublished: 5 March 2026; Ada Quist",
                "Ada Quist2 hours ago; Ada Quist",
                "Ada QuistCity Reporter; Ada Quist",
                "Ada Quist Senior Night Editor; Ada Quist",
                "Ada B. Quist, staff writer; Ada B. Quist",
                "Ada Quist Harbour Post; Ada Quist",
                "Ada Quist EVENING MAIL; Ada Quist",
                "Ada Quist@adaquist; Ada Quist",
                "ByAda Quist; Ada Quist",
                "By Ada QuistPublished: 5 March 2026; Ada Quist",
                "By Ada Quist Harbour Post; Ada Quist",
                "By Harbour Post; Harbour Post",
                "Von Ada Quist Landespolitische Korrespondentin; Ada Quist",
                "Ada Quist and Ole Strand; Ada Quist, Ole Strand",
                "dpa; dpa",
            })
    void areToldBelowTheHeadline(String line, String names) {
        assertThat(authors(line)).isEqualTo(List.of(names.split(", ")));
    }

    @Test
    void areKnownByADateATradeOrTheNameOnceMore() {
        List<String> far = List.of("Share", "Salt is dear", "Ada Quist", "Stones are dearer");

        assertThat(authors(far, List.of())).isEmpty();
        assertThat(authors(with(far, 3, "5 March 2026"), List.of())).containsExactly("Ada Quist");
        assertThat(authors(with(far, 3, "Staff Writer"), List.of())).containsExactly("Ada Quist");
        assertThat(authors(far, List.of("Ada Quist"))).containsExactly("Ada Quist");
        assertThat(
                        authors(
                                far,
                                List.of(
                                        "Ada Quist is a reporter in Pellworth, who has told of its mills and millers since 1998.")))
                .containsExactly("Ada Quist");
    }

    @Test
    void areNoneOfWhomTheTextTells() {
        List<String> told = List.of(
                "Ada Quist has dressed stones since she was a girl, and says that these are the best of the coast.",
                "For the first sack of salt Ada Quist will take nothing, but for the second one the full price.");

        assertThat(authors(List.of("Ada Quist"), told)).isEmpty();
        assertThat(authors(List.of("Ada Quist"), told.subList(0, 1))).containsExactly("Ada Quist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Salt Mill", "Show Caption", "Getty Images", "HARBOUR TOWN", "Harbour Post", "Town Council"})
    void areNoMenusCaptionsOrHeadings(String line) {
        assertThat(authors(line)).isEmpty();
    }

    @Test
    void areNeverLookedForAboveTheHeadlineWithoutALabel() {
        List<TextLine> lines = TextLines.read(
                String.join("\n", "Ada Quist", "5 March 2026", "Salt mill to grind again", String.join("\n", TEXT)),
                1_000);

        assertThat(LineAuthors.find(lines, List.of(lines.get(3), lines.get(0), lines.get(1)), 2, URL))
                .isEmpty();
    }

    private static List<String> with(List<String> lines, int at, String line) {
        var more = new ArrayList<>(lines);
        more.add(at, line);
        return more;
    }

    private static List<String> authors(String line) {
        return authors(List.of(line), List.of());
    }

    private static List<String> authors(List<String> belowHeadline, List<String> belowText) {
        var page = new ArrayList<String>();
        page.add("Salt mill to grind again");
        page.addAll(belowHeadline);
        page.addAll(TEXT);
        page.addAll(belowText);
        List<TextLine> lines = TextLines.read(String.join("\n", page), 1_000);
        return LineAuthors.find(lines, lines.subList(1, lines.size()), 0, URL);
    }
}
