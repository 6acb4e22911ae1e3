package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.InventedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTailTest {

    private static final String TEXT = """
            # Weir to be rebuilt

            The weir at Otterford, which gave way in the floods of February, is to be rebuilt in oak as it stood three centuries ago, the river board said on Monday.

            ## What is planned

            Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names for it since the spring.

            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What comes next\n\n1. Posts are driven in May\n2. Planks follow in June\n3. The gates are hung in August\n\nThe mill runs again from autumn.",
                "## Dates\n\n- **May:** posts are driven\n- **June:** planks follow\n- **August:** gates are hung",
                "**Height of the weir**\n\n| Year | Height |\n|---|---|\n| 1720 | 6 feet |\n| 1894 | 7 feet |",
                "* May: posts are driven\n* August: gates are hung"
            })
    void keepsWhatATextInMarkdownEndsWith(String tail) {
        List<String> lines = tail.lines()
                .map(line -> line.replaceAll("^(?:## |\\* )|\\*\\*", ""))
                .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();

        assertThat(paragraphs(TEXT + tail)).endsWith(lines.toArray(new String[0]));
        assertThat(paragraphs(underlined(TEXT + tail))).endsWith(lines.toArray(new String[0]));
    }

    @Test
    void leavesOutLinksAndWhatIsNoTextBelowIt() {
        String last = paragraphs(TEXT).get(paragraphs(TEXT).size() - 1);
        assertThat(paragraphs(TEXT + "## Related stories\n\n- [Ferry to run later](/f)\n- [Mill to open](/m)\n"))
                .endsWith(last);
        assertThat(paragraphs(TEXT + "- [Home](/)\n- [Local](/local)\n\nOtterford Post\n\nImprint"))
                .endsWith(last);
    }

    private static String underlined(String text) {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(text)
                .replaceAll(heading ->
                        heading.group(1) + "\n" + "-".repeat(heading.group(1).length()));
    }

    private static List<String> paragraphs(String text) {
        return InventedPage.text("https://post.example/news/weir", text).paragraphs();
    }
}
