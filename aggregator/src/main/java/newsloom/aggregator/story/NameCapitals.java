package newsloom.aggregator.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.aggregator.names.Name;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * Words as they would be written where names, and names alone, have capitals. In German each noun has one, so two fires would seem to name the same: fire
 * brigade, hall and night. In Chinese and Japanese nothing has one, so that no two reports would seem to name anything.
 */
final class NameCapitals {
    private final Set<String> forms = new HashSet<>();

    /** @param names those that were found in the text */
    NameCapitals(Collection<Name> names, Tokenizer tokenizer) {
        names.forEach(name -> tokenizer.tokens(name.text()).stream()
                .filter(NameCapitals::mayHaveCapital)
                .forEach(token -> forms.add(token.form())));
    }

    private static boolean mayHaveCapital(Token token) {
        return token.capital() || token.kind() == Token.Kind.CHARACTERS;
    }

    /** The same words, with a capital where they are in a name, which says as much at the start of a sentence. */
    List<Token> of(List<Token> tokens) {
        return tokens.stream()
                .map(token -> with(mayHaveCapital(token) && forms.contains(token.form()), token))
                .toList();
    }

    private static Token with(boolean capital, Token token) {
        return new Token(
                token.surface(),
                token.form(),
                token.kind(),
                capital,
                token.opening() && !capital,
                token.sentence(),
                token.quoted());
    }
}
