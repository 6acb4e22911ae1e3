package newsloom.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.cleaner.dedupe.Comparison;
import org.junit.jupiter.api.Test;

class ReportFormTest {
    private static final String SAME =
            "The harbour office closed the eastern basin on Monday until the divers have looked at the quay wall.";
    private static final String HERE = SAME + "\n\nInsurers put the damage at 11 million crowns, the mayor said.";
    private static final String THERE = SAME + "\n\nInsurers put the damage at 12 million crowns, the mayor said.";

    private static CopyReport report(String here, String there) {
        var comparison = Comparison.of(here, there);
        return new CopyReport("a and b", "duplicate, near", Figures.of(comparison), "a", "b", comparison);
    }

    @Test
    void showsWhatDiffersSideBySideAndFoldsWhatDoesNot() {
        String text = ReportForm.TEXT.of(report(HERE, THERE));

        assertThat(text)
                .contains("... 1 paragraph in both ...")
                .contains("[-11-]")
                .contains("{+12+}");
        assertThat(text).containsPattern("numbers only here +11\n").containsPattern("numbers only there +12\n");
        assertThat(text.lines().mapToInt(Printable::columns)).allMatch(columns -> columns <= 120);
    }

    @Test
    void showsParagraphsThatOnlyOneTextHas() {
        String text = ReportForm.TEXT.of(report(HERE, SAME + "\n\nSubscribe to our letter."));

        assertThat(text)
                .contains("[-Insurers put the damage at 11 million crowns,")
                .contains("{+Subscribe to our letter.+}");
    }

    @Test
    void comparesChineseCharacterByCharacter() {
        String text = ReportForm.TEXT.of(report("新建大桥将于明年春天正式通车届时缩短一半", "新建大桥将于后年春天正式通车届时缩短一半"));

        assertThat(text).contains("明").contains("后").contains("新建大桥将");
        assertThat(text).doesNotContain("[-新");
    }

    @Test
    void steersNoTerminal() {
        var report = new CopyReport(
                "\u001b]0;owned\u0007",
                "\u001b[2J",
                List.of(new Fact("headline", "\u202Egnp.exe\u0000")),
                "\u009b31m",
                "b",
                Comparison.of("one \u001b[31m two three four", "five\rsix seven eight"));
        String text = ReportForm.TEXT.of(report);

        assertThat(text.chars().filter(c -> c != '\n' && Character.getType(c) == Character.CONTROL))
                .isEmpty();
        assertThat(text).doesNotContain("\u202E").contains("\\u001b").contains("\\u202e");
    }

    @Test
    void bringsNoMarkupIntoThePage() {
        String evil = "<script>alert('1')</script> \"><img src=x onerror=alert(1)> & so on and on";
        var report = new CopyReport(
                evil, evil, List.of(new Fact(evil, evil)), evil, evil, Comparison.of(evil, "quite other words here"));
        String html = ReportForm.HTML.of(report);

        assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("&lt;script&gt;");
        assertThat(html).startsWith("<!doctype html>").endsWith("</html>\n");
    }
}
