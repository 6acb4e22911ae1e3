package newsloom.text.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompatibilityFormTest {

    @Test
    void isThatOfTheStandardBesideEveryKindOfNeighbour() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            for (String beside : new String[] {
                "a", "é", "\u0301", "\u0338", "\u3099", "\u1161", "\u11a8", "가", "か", "\u09c7", "\u09be"
            }) {
                assertForm(Character.toString(c) + beside);
                assertForm(beside + Character.toString(c));
            }
        }
    }

    @Test
    void isThatOfTheStandardForAnyText() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int range = random.nextBoolean() ? 0x500 : Character.MAX_CODE_POINT + 1;
            assertForm(random.ints(8, 0, range)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
    }

    @Test
    void leavesATextThatIsInItAsItIs() {
        String text = "Größe, “naïve” — 北京新闻, новости, 뉴스, ニュース’s";
        assertThat(CompatibilityForm.of(text)).isSameAs(text);
    }

    private static void assertForm(String text) {
        String form = CompatibilityForm.of(text);
        String standard = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (!form.equals(standard)) {
            assertThat(form).as(text).isEqualTo(standard);
        }
    }
}
