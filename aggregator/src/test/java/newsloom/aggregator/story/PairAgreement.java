package newsloom.aggregator.story;

import java.util.List;
import java.util.Map;
import newsloom.aggregator.story.LabelledNews.Pair;
import newsloom.testing.Agreement;

/** How well stories agree with labelled pairs; {@code trapsApart} is the share of look-alikes that are not in one story. */
record PairAgreement(double precision, double recall, double trapsApart) {
    /** @param storyOf story by article; pairs of an article without one do not count */
    static PairAgreement of(List<Pair> pairs, Map<String, String> storyOf) {
        double both = 0;
        double together = 0;
        double same = 0;
        double traps = 0;
        double apart = 0;
        for (Pair pair : pairs) {
            String a = storyOf.get(pair.a());
            String b = storyOf.get(pair.b());
            if (a != null && b != null) {
                boolean joined = a.equals(b);
                both += joined && pair.same() ? 1 : 0;
                together += joined ? 1 : 0;
                same += pair.same() ? 1 : 0;
                traps += pair.trap() ? 1 : 0;
                apart += pair.trap() && !joined ? 1 : 0;
            }
        }
        return new PairAgreement(both / Math.max(1, together), both / Math.max(1, same), apart / Math.max(1, traps));
    }

    double f1() {
        return Agreement.f1(precision, recall);
    }
}
