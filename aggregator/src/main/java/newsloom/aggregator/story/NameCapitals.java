package newsloom.aggregator.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.aggregator.names.Name;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * Words as they would be written where names alone have capitals. In German each noun has one, so two fires would seem to name the same: fire brigade, hall
 * and night.
 */
final class NameCapitals {
    private final Set<String> forms = new HashSet<>();

    /** @param names those that were found in the text */
    NameCapitals(Collection<Name> names, Tokenizer tokenizer) {
        names.forEach(name -> tokenizer.tokens(name.text()).stream()
                .filter(Token::capital)
                .forEach(token -> forms.add(token.form())));
    }

    /** The same words, those without a capital that are in no name. */
    List<Token> of(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.capital() && !forms.contains(token.form()) ? small(token) : token)
                .toList();
    }

    private static Token small(Token token) {
        return new Token(
                token.surface(), token.form(), token.kind(), false, token.opening(), token.sentence(), token.quoted());
    }
}
