package newsloom.aggregator.story.decide;

import java.util.ArrayList;
import java.util.List;
import newsloom.aggregator.story.compare.Subject;
import newsloom.aggregator.story.state.Member;

/**
 * Two camps that the members of a story fall into most easily, each in the order of the members: agglomerative clustering by average
 * likeness (Sokal and Michener 1958, "A statistical method for evaluating systematic relationships"), until two are left. Of equally
 * near ones those that came first go together.
 *
 * @param larger at least as many as in the other; of equally many those with the first member
 */
record Camps(List<Member> larger, List<Member> smaller) {
    /** Cost: cubic in the members, beside one likeness a pair. There must be two. */
    static Camps of(List<Subject> subjects) {
        double[][] likeness = likeness(subjects);
        var camps = new ArrayList<List<Integer>>();
        for (int i = 0; i < subjects.size(); i++) {
            camps.add(List.of(i));
        }
        while (camps.size() > 2) {
            joinNearest(camps, likeness);
        }
        List<Member> first = members(camps.get(0), subjects);
        List<Member> second = members(camps.get(1), subjects);
        return second.size() > first.size() ? new Camps(second, first) : new Camps(first, second);
    }

    private static double[][] likeness(List<Subject> subjects) {
        var likeness = new double[subjects.size()][subjects.size()];
        for (int i = 0; i < subjects.size(); i++) {
            for (int j = 0; j < i; j++) {
                likeness[i][j] = subjects.get(i)
                        .likeness(subjects.get(j).article().views())
                        .mean();
                likeness[j][i] = likeness[i][j];
            }
        }
        return likeness;
    }

    private static void joinNearest(List<List<Integer>> camps, double[][] likeness) {
        int nearest = 0;
        int other = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < camps.size(); a++) {
            for (int b = a + 1; b < camps.size(); b++) {
                double mean = mean(camps.get(a), camps.get(b), likeness);
                if (mean > most) {
                    most = mean;
                    nearest = a;
                    other = b;
                }
            }
        }
        var both = new ArrayList<>(camps.get(nearest));
        both.addAll(camps.remove(other));
        camps.set(nearest, both);
    }

    private static double mean(List<Integer> camp, List<Integer> other, double[][] likeness) {
        return camp.stream()
                .flatMapToDouble(i -> other.stream().mapToDouble(j -> likeness[i][j]))
                .average()
                .orElse(0);
    }

    private static List<Member> members(List<Integer> camp, List<Subject> subjects) {
        return camp.stream().sorted().map(i -> subjects.get(i).article()).toList();
    }
}
