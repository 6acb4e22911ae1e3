package newsloom.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.cleaner.dedupe.Comparison;

/** The figures of a comparison as facts of a report. */
public final class Figures {
    private static final int MOST_NUMBERS = 20;

    private Figures() {}

    /** Shared shingles both ways, shares, numbers. */
    public static List<Fact> of(Comparison comparison) {
        var facts = new ArrayList<Fact>();
        facts.add(shares(
                comparison.shared(),
                comparison.shingles(),
                comparison.otherShingles(),
                comparison.shareInOther(),
                comparison.shareInThis()));
        facts.add(new Fact(
                "names and numbers",
                comparison.numbersAgree() ? "agree, or are too few to tell" : "disagree: fillings of one template"));
        facts.add(new Fact("numbers only here", listed(comparison.numbers())));
        facts.add(new Fact("numbers only there", listed(comparison.otherNumbers())));
        return facts;
    }

    /** Of word 3-grams: how many both have, how many each has, and the parts that is of each. */
    public static Fact shares(int shared, int here, int there, double inOld, double inNew) {
        return new Fact(
                "shared word 3-grams",
                String.format(
                        Locale.ROOT,
                        "%d: %.2f of the %d here stand there, %.2f of the %d there stand here",
                        shared,
                        inOld,
                        here,
                        inNew,
                        there));
    }

    private static String listed(List<String> numbers) {
        if (numbers.isEmpty()) {
            return "none";
        }
        int more = numbers.size() - MOST_NUMBERS;
        return String.join(" ", numbers.subList(0, Math.min(numbers.size(), MOST_NUMBERS)))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
