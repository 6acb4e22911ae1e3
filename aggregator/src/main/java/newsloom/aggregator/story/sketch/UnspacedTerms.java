package newsloom.aggregator.story.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.text.terms.Token;
import newsloom.text.terms.Token.Kind;

/**
 * Key terms of Chinese and Japanese texts. In Japanese the runs of katakana and of Han characters that come again; in Chinese strings that
 * come again in several surroundings, by the variety of the characters beside them (Feng, Chen, Deng and Zheng 2004, "Accessor Variety
 * Criteria for Chinese Word Extraction"). What comes once is never one. Reads the first {@value #MAX_PAIRS} characters.
 */
final class UnspacedTerms {
    private static final double JAPANESE = 0.1;
    private static final int LONGEST = 6;
    /** Of the text so much is read. */
    private static final int MAX_PAIRS = 2_000;

    private static final int LEAST_VARIETY = 2;
    private static final Pattern JAPANESE_WORD = Pattern.compile("[ァ-ヴー]{3,12}|[\\p{IsHan}々]{2,6}");
    /** At the ends of a string they show that it is no word. */
    private static final String GRAMMAR = "的了在是和与对将被把及其这那为从以于说着不没还很更又再已并但或之一个名该称向由后前中上下";

    private static final String NEVER_INSIDE = "的了在和与被将把";

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> behind = new HashMap<>();
    private int edges;

    private UnspacedTerms() {}

    /** Whether most of it is written without spaces. */
    static boolean areIn(List<Token> text) {
        return text.stream().filter(token -> token.kind() == Kind.CHARACTERS).count() > text.size() / 2;
    }

    static List<String> of(List<Token> title, List<Token> text, TermCues cues, int max) {
        var terms = new UnspacedTerms();
        List<String> runs = runs(title);
        runs.addAll(runs(text.subList(0, Math.min(MAX_PAIRS, text.size()))));
        long kana = runs.stream()
                .flatMapToInt(String::chars)
                .filter(UnspacedTerms::isKana)
                .count();
        long all = runs.stream().mapToInt(String::length).sum();
        boolean japanese = kana > JAPANESE * all;
        if (japanese) {
            runs.forEach(terms::words);
        } else {
            Map<String, Integer> pairs = pairs(runs);
            runs.forEach(run -> terms.strings(run, pairs));
        }
        return terms.best(cues, japanese ? 1 : LEAST_VARIETY, max);
    }

    /** The text between spaces and punctuation, put together again from pairs of characters. */
    private static List<String> runs(List<Token> tokens) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (Token token : tokens) {
            boolean pair = token.kind() == Kind.CHARACTERS;
            boolean goesOn = pair
                    && run.length() > 0
                    && run.charAt(run.length() - 1) == token.surface().charAt(0)
                    && !token.opening();
            if (!goesOn && run.length() > 0) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (pair) {
                run.append(goesOn ? token.surface().substring(1) : token.surface());
            }
        }
        runs.add(run.toString());
        return runs;
    }

    private void words(String run) {
        Matcher word = JAPANESE_WORD.matcher(run);
        while (word.find()) {
            counted(word.group(), "" + edges++, "" + edges++);
        }
    }

    private static Map<String, Integer> pairs(List<String> runs) {
        var pairs = new HashMap<String, Integer>();
        for (String run : runs) {
            for (int from = 0; from + 2 <= run.length(); from++) {
                pairs.merge(run.substring(from, from + 2), 1, Integer::sum);
            }
        }
        return pairs;
    }

    /** Strings of which each pair comes again; no other one does. */
    private void strings(String run, Map<String, Integer> pairs) {
        for (int from = 0; from < run.length(); from++) {
            for (int to = from + 2;
                    to <= Math.min(run.length(), from + LONGEST)
                            && pairs.getOrDefault(run.substring(to - 2, to), 0) > 1;
                    to++) {
                String left = from == 0 ? "" + edges++ : run.substring(from - 1, from);
                String right = to == run.length() ? "" + edges++ : run.substring(to, to + 1);
                counted(run.substring(from, to), left, right);
            }
        }
    }

    private void counted(String string, String left, String right) {
        counts.merge(string, 1, Integer::sum);
        before.computeIfAbsent(string, any -> new HashSet<>()).add(left);
        behind.computeIfAbsent(string, any -> new HashSet<>()).add(right);
    }

    private List<String> best(TermCues cues, int variety, int max) {
        var chosen = new ArrayList<String>();
        counts.keySet().stream()
                .filter(string -> counts.getOrDefault(string, 0) > 1)
                .filter(string -> before.getOrDefault(string, Set.of()).size() >= variety
                        && behind.getOrDefault(string, Set.of()).size() >= variety)
                .filter(string -> !isGrammar(string) && !cues.isGrammar(string))
                .sorted(Comparator.comparingDouble((String string) -> -weight(string))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(string -> chosen.stream().noneMatch(other -> other.contains(string) || string.contains(other)))
                .takeWhile(string -> chosen.size() < max)
                .forEach(chosen::add);
        return chosen;
    }

    /** Count, damped, times length: longer strings come again by chance less often. */
    private double weight(String string) {
        return (1 + Math.log(counts.getOrDefault(string, 1))) * Math.sqrt(string.length());
    }

    private static boolean isGrammar(String string) {
        if (string.chars().anyMatch(c -> NEVER_INSIDE.indexOf(c) >= 0)) {
            return true;
        }
        return GRAMMAR.indexOf(string.charAt(0)) >= 0 || GRAMMAR.indexOf(string.charAt(string.length() - 1)) >= 0;
    }

    private static boolean isKana(int c) {
        return c >= 0x3040 && c <= 0x30ff;
    }
}
