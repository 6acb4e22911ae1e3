package newsloom.text.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.text.terms.Token.Kind;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void foldsEnglishPluralsAndPossessives() {
        assertThat(forms("en", "The harbour's cranes and ferries passed bus classes"))
                .containsExactly("the", "harbour", "crane", "and", "ferry", "passed", "bus", "classe");
    }

    @Test
    void cutsLongWordsOfLanguagesWithManyEndings() {
        assertThat(forms("ru", "\u0431\u0438\u0431\u043b\u0438\u043e\u0442\u0435\u043a\u0435"))
                .isEqualTo(forms("ru", "\u0431\u0438\u0431\u043b\u0438\u043e\u0442\u0435\u043a\u0438"));
    }

    @Test
    void dropsElidedArticles() {
        assertThat(forms("fr", "l\u2019usine d'Orléans")).containsExactly("usine", "orléan");
    }

    @Test
    void keepsNumbersWhole() {
        List<Token> tokens = new Tokenizer("en").tokens("Profit rose 1,250.5 to 3.2, or 12.");
        assertThat(tokens).filteredOn(Token::isNumber).extracting(Token::form).containsExactly("1,250.5", "3.2", "12");
    }

    @Test
    void knowsSentencesAndTheirFirstWord() {
        List<Token> tokens = new Tokenizer("en").tokens("Rain fell. Anna J. Keller left early! Why");
        assertThat(tokens).extracting(Token::sentence).containsExactly(0, 0, 1, 1, 1, 1, 1, 2);
        assertThat(tokens).filteredOn(Token::opening).extracting(Token::surface).containsExactly("Rain", "Anna", "Why");
    }

    @Test
    void knowsWhatIsQuoted() {
        List<Token> tokens = new Tokenizer("en").tokens("a \u201cb c\u201d d \"e\" f \u201enicht g\u201c h");
        assertThat(tokens)
                .filteredOn(Token::quoted)
                .extracting(Token::form)
                .containsExactly("b", "c", "e", "nicht", "g");
    }

    @Test
    void forgetsAQuotationThatNeverEnds() {
        String text = "\u201c" + "word ".repeat(100);
        assertThat(new Tokenizer("en").tokens(text)).filteredOn(Token::quoted).hasSize(80);
    }

    @Test
    void pairsCharactersOfScriptsWithoutSpaces() {
        List<Token> tokens = new Tokenizer("zh").tokens("\u6e2f\u53e3\u706b\u707e\u3002 5");
        assertThat(tokens).extracting(Token::form).containsExactly("\u6e2f\u53e3", "\u53e3\u706b", "\u706b\u707e", "5");
        assertThat(tokens.get(0).kind()).isEqualTo(Kind.CHARACTERS);
    }

    @Test
    void indianVowelSignsBelongToTheirWord() {
        assertThat(forms("hi", "\u0926\u093f\u0932\u094d\u0932\u0940 \u0915\u0940"))
                .containsExactly("\u0926\u093f\u0932\u094d\u0932\u0940", "\u0915\u0940");
    }

    @Test
    void sentencesEndAtTheStopsOfOtherScripts() {
        for (String stop : List.of("\u0964", "\u06d4", "\u061f")) {
            assertThat(new Tokenizer("hi")
                            .tokens("\u0915" + stop + " \u0916")
                            .get(1)
                            .sentence())
                    .as(stop)
                    .isEqualTo(1);
        }
    }

    @Test
    void calendarWordsAreKnownByLanguage() {
        Token monday = new Tokenizer("de").tokens("Montag").get(0);
        assertThat(new CalendarWords("de").contains(monday)).isTrue();
        assertThat(new CalendarWords("en").contains(monday)).isFalse();
    }

    private static List<String> forms(String language, String text) {
        return new Tokenizer(language).tokens(text).stream().map(Token::form).toList();
    }
}
