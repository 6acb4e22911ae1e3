package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.Token;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;

/**
 * Capitalised words that do not merely open a sentence, alone and in pairs, as the cheap stand-in for people, places and
 * organisations. The title counts only where there is hardly any text, because headlines capitalise what they like.
 */
final class NameCounts {
    private static final int TITLE_ONLY_TOKENS = 20;
    private static final int MAX_NAME_WORDS = 4;
    private static final int MAX_NAME_CHARACTERS = 48;

    private final VectorBuilder counts = new VectorBuilder();
    private final Map<String, Integer> written = new LinkedHashMap<>();

    private NameCounts() {}

    static NameCounts of(List<Token> title, List<Token> text) {
        var names = new NameCounts();
        names.count(text);
        if (text.size() < TITLE_ONLY_TOKENS) {
            names.count(title);
        }
        return names;
    }

    private void count(List<Token> tokens) {
        var run = new ArrayList<Token>();
        for (Token token : tokens) {
            boolean continues = token.capital() && !token.opening();
            boolean sameRun = !run.isEmpty() && run.get(run.size() - 1).sentence() == token.sentence();
            if (!continues || !sameRun) {
                close(run);
            }
            if (token.capital()) {
                run.add(token);
            }
        }
        close(run);
    }

    /** A single capital at the start of a sentence is left out; in a longer run the first word belongs. */
    private void close(List<Token> run) {
        boolean opener = run.size() == 1 && run.get(0).opening();
        if (!opener) {
            for (int i = 0; i < run.size(); i++) {
                int word = key(run.get(i));
                counts.add(word, 1);
                if (i > 0) {
                    counts.add(TermHash.pair(key(run.get(i - 1)), word), 1);
                }
            }
            remember(run);
        }
        run.clear();
    }

    private void remember(List<Token> run) {
        if (run.isEmpty() || run.size() > MAX_NAME_WORDS) {
            return;
        }
        String name = String.join(" ", run.stream().map(Token::surface).toList());
        if (name.length() > 1 && name.length() <= MAX_NAME_CHARACTERS) {
            written.merge(name, 1, Integer::sum);
        }
    }

    private static int key(Token token) {
        return nameKey(token.form());
    }

    /** Names are counted apart from the same letters as a word. */
    static int nameKey(String form) {
        return TermHash.of("\u0001" + form);
    }

    SparseVector weights() {
        SparseVector counted = counts.build();
        var weights = new VectorBuilder();
        for (int i = 0; i < counted.size(); i++) {
            weights.add(counted.key(i), Sketcher.rounded(1 + Math.log(counted.weight(i))));
        }
        return weights.build();
    }

    List<String> mostFrequent(int max) {
        return written.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
    }
}
