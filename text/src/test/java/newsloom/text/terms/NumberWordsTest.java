package newsloom.text.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    private static List<String> numbers(String language, String text) {
        var words = new NumberWords(language);
        return new Tokenizer(language)
                .tokens(text).stream()
                        .map(words::inDigits)
                        .flatMap(Optional::stream)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Nine die as forty-two trucks burn | 9 40 2
            de | Zwei Tote, siebzehn Verletzte, siebzig Helfer | 2 17 70
            fr | L'avalanche tue quatre skieurs | 4
            es | Mueren trece pescadores | 13
            ru | Двое погибших и трёх нашли | 2 3
            pl | Pięciu strażaków uratowało dwoje dzieci | 5 2
            uk | П’ять будинків | 5
            tr | Dört kişi öldü | 4
            ar | مقتل ثلاثة أشخاص | 3""")
    void areReadInTheirLanguage(String language, String text, String digits) {
        assertThat(numbers(language, text)).containsExactly(digits.split(" ", -1));
    }

    @Test
    void ofAnUnknownLanguageThereAreNone() {
        assertThat(numbers("", "nine zwei trois")).isEmpty();
    }

    @Test
    void oneIsLeftOut() {
        assertThat(numbers("en", "One of them")).isEmpty();
        assertThat(numbers("de", "Eine von ihnen")).isEmpty();
    }
}
