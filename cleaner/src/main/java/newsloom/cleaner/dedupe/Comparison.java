package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import newsloom.text.tokens.Numbers;

/**
 * Two texts side by side, for a person who asks why one was taken for a copy of the other, or was not. The figures are those of the decision; the passages show all words, also of paragraphs that the decision
 * leaves out because they are short. Linear in the texts but for sorting.
 *
 * @param shared different word 3-grams that both have
 * @param shingles of the first text
 * @param otherShingles of the second text
 * @param shareInOther part of the first that stands in the second, 0 to 1, chance taken out
 * @param shareInThis part of the second that stands in the first
 * @param numbersAgree false where both have four numbers and more and share few
 * @param numbers of the first that the second does not have
 * @param otherNumbers of the second that the first does not have
 * @param rows paragraphs in the order of the first text, each beside what it has most in common with
 */
public record Comparison(
        int shared,
        int shingles,
        int otherShingles,
        double shareInOther,
        double shareInThis,
        boolean numbersAgree,
        List<String> numbers,
        List<String> otherNumbers,
        List<Row> rows) {

    /** A paragraph of each text; one of them may be empty. */
    public record Row(List<Run> left, List<Run> right) {
        /** Whether there is nothing on either side that the other text has not. */
        public boolean same() {
            return left.stream().allMatch(Run::shared) && right.stream().allMatch(Run::shared);
        }
    }

    /** Compares two texts, paragraphs separated by empty lines. */
    public static Comparison of(String text, String other) {
        var sketcher = new Sketcher();
        var match = Match.of(sketcher.sketch("", 0, text), KnownText.of(sketcher.sketch("other", 0, other)));
        return new Comparison(
                match.shared(),
                match.shingles(),
                match.oldShingles(),
                match.shareInOld(),
                match.shareInNew(),
                match.numbersAgree(),
                without(Numbers.of(text), Numbers.of(other)),
                without(Numbers.of(other), Numbers.of(text)),
                rows(MarkedText.of(text), MarkedText.of(other)));
    }

    private static List<String> without(List<String> numbers, List<String> others) {
        var left = new LinkedHashSet<>(numbers);
        left.removeAll(new HashSet<>(others));
        return List.copyOf(left);
    }

    private static List<Row> rows(MarkedText left, MarkedText right) {
        var partners = partners(left, right);
        var taken = new HashSet<>(partners.values());
        var rows = new ArrayList<Row>();
        int next = 0;
        for (int i = 0; i < left.size(); i++) {
            Integer partner = partners.get(i);
            if (partner != null) {
                next = alone(right, left, taken, next, partner, rows);
            }
            rows.add(new Row(left.runs(i, right), partner == null ? List.of() : right.runs(partner, left)));
        }
        alone(right, left, taken, next, right.size(), rows);
        return rows;
    }

    /** The paragraphs of the second text up to {@code end} that have no partner; returns where to go on. */
    private static int alone(MarkedText right, MarkedText left, Set<Integer> taken, int from, int end, List<Row> rows) {
        for (int k = from; k < end; k++) {
            if (!taken.contains(k)) {
                rows.add(new Row(List.of(), right.runs(k, left)));
            }
        }
        return Math.max(from, end);
    }

    /** For each paragraph of the first text the one of the second that has most in common with it, each taken once. */
    private static Map<Integer, Integer> partners(MarkedText left, MarkedText right) {
        var partners = new TreeMap<Integer, Integer>();
        var taken = new HashSet<Integer>();
        for (int i = 0; i < left.size(); i++) {
            var votes = new HashMap<Integer, Integer>();
            for (long shingle : left.shinglesOf(i)) {
                right.paragraphOf(shingle).ifPresent(k -> votes.merge(k, 1, Integer::sum));
            }
            taken.forEach(votes::remove);
            int paragraph = i;
            votes.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                    .ifPresent(best -> {
                        partners.put(paragraph, best.getKey());
                        taken.add(best.getKey());
                    });
        }
        return partners;
    }
}
