package newsloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {
    private static final String ESCAPE = "\u001b";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(new TerminalWriter(written), true);

    @Test
    void writesOrdinaryTextAsItIs() {
        out.print("Hafen geöffnet\t港が開いた — مرفأ 🚢\n");

        assertThat(written).hasToString("Hafen geöffnet\t港が開いた — مرفأ 🚢\n");
    }

    @Test
    void disarmsWhatSteersATerminal() {
        out.print("title" + ESCAPE + "]0;owned\u0007 \u009b2J \u007f back\b");

        assertThat(written).hasToString("title\\u001b]0;owned\\u0007 \\u009b2J \\u007f back\\u0008");
    }

    @Test
    void disarmsWhatTurnsTheDirectionOfWriting() {
        out.print("gnp.\u202eexe \u2066x\u2069");

        assertThat(written).hasToString("gnp.\\u202eexe \\u2066x\\u2069");
    }

    @Test
    void keepsJsonTheSameJson() throws Exception {
        var json = new ObjectMapper();
        var value = json.createObjectNode().put("title", "a\u0085b\u202ec\u009b31m");

        out.print(value);

        assertThat(json.readTree(written.toString())).isEqualTo(value);
        assertThat(written.toString()).doesNotContain("\u0085", "\u202e", "\u009b");
    }

    @Test
    void letsAStatusLineGoBackToItsStartOnly() {
        out.print("\r" + ESCAPE + "[Kpage\rnewsloom: all is well");

        assertThat(written).hasToString("\r" + ESCAPE + "[Kpage\\u000dnewsloom: all is well");
    }
}
