package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    /** As text browsers wrap: lists go on further to the right than paragraphs. */
    private static final String WRAPPED = """
               The harbour of Valemouth was opened again on Monday after nine
               years of work that nobody had thought would ever come to its end.
               Boats from the other side of the bay came in as early as six, and
               the mayor said that it was the best day of all. The crowd stood
               along the whole of the old quay, and then the town of Valemouth
               went to the church, where the bells rang until noon. The baker
               gave away all of his bread, and nobody was asked to pay for the
               soup that the boys of the school had cooked.

                1. Boats of up to nine metres may be moored along the whole of the new quay
                   from the first day of May, and stay there for as long as their owners
                   pay what the board has asked for.
                2. Larger ones stay outside of the wall, where the water is deeper.
            """;

    @Test
    void joinsParagraphsByTheEdgeOfTheirOwnIndent() {
        List<String> lines = texts(WRAPPED);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("The harbour of Valemouth")
                .contains("come to its end. Boats from the other side")
                .endsWith("had cooked.");
    }

    @Test
    void joinsTheLinesOfANumberedItem() {
        assertThat(texts(WRAPPED).subList(1, 3))
                .containsExactly(
                        "1. Boats of up to nine metres may be moored along the whole of the new quay from the first day of May, and stay there for as long as their owners pay what the board has asked for.",
                        "2. Larger ones stay outside of the wall, where the water is deeper.");
    }

    @Test
    void leavesLinesThatAreNotWrappedAsTheyAre() {
        List<String> lines = List.of("Harbour opens", "The harbour was opened again on Monday", "and so on", "Sport");

        assertThat(texts(String.join("\n", lines))).isEqualTo(lines);
    }

    private static List<String> texts(String page) {
        return TextLines.read(page, 100).stream().map(TextLine::text).toList();
    }
}
