package newsloom.aggregator.story.sketch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.names.NameWords;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * Words as they would be written where names, and names alone, have capitals. In German each noun has one, so two fires would seem to name the same: fire
 * brigade, hall and night. In Chinese, Korean or Arabic nothing has one, so that no two reports would seem to name anything.
 */
final class NameCapitals {
    private final Set<String> forms = new HashSet<>();

    private final NameWords words;
    private final boolean particles;

    /** @param names those that were found in the text */
    NameCapitals(Collection<Name> names, String language, Tokenizer tokenizer) {
        this.words = new NameWords(language, names);
        this.particles = NameWords.areIn(language);
        names.forEach(name -> tokenizer.tokens(name.text()).stream()
                .filter(NameCapitals::mayHaveCapital)
                .forEach(token -> forms.add(token.form())));
    }

    private static boolean mayHaveCapital(Token token) {
        return token.capital() || token.kind() == Token.Kind.CHARACTERS;
    }

    /**
     * The same words, with a capital where they are in a name, which says as much at the start of a sentence. Where particles are written together with
     * words, names lose theirs.
     */
    List<Token> of(List<Token> tokens) {
        return tokens.stream()
                .map(particles ? this::withoutParticles : this::withCapital)
                .toList();
    }

    private Token withCapital(Token token) {
        return with(mayHaveCapital(token) && forms.contains(token.form()), token.form(), token);
    }

    private Token withoutParticles(Token token) {
        return words.in(token.form()).map(name -> with(true, name, token)).orElse(token);
    }

    private static Token with(boolean capital, String form, Token token) {
        return new Token(
                token.surface(),
                form,
                token.kind(),
                capital,
                token.opening() && !capital,
                token.sentence(),
                token.quoted());
    }
}
