package newsloom.aggregator.story;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.KeySet;

/** How an article stands to a story: the {@link Trait}s and what the rules ask beside them. */
final class Comparison {
    /** A member counts as similar from this share of the nearest one's likeness. */
    private static final double SIMILAR = 0.7;
    /** Members of a story are taken to be at least so alike. */
    private static final double LOOSE = 0.05;

    private static final int ENOUGH_FIGURES = 3;
    /** Of fewer, each says too much. */
    private static final int ENOUGH_MARKS = 10;

    private static final int RIVALS = 5;
    private static final double MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    private final StoryState story;
    private final float[] traits = new float[Trait.values().length];
    private double likeness;
    private OptionalLong gapMs = OptionalLong.empty();
    private double evidence;
    private boolean series;

    private Comparison(StoryState story) {
        this.story = story;
    }

    /** All but what depends on other stories; the story must have a member. */
    static Comparison of(Member article, StoryState story, TermTable table) {
        var comparison = new Comparison(story);
        comparison.compare(article, table);
        return comparison;
    }

    /** Best first, equally alike ones by id; each now knows its rivals. */
    static List<Comparison> ranked(List<Comparison> unordered) {
        List<Comparison> ranked = unordered.stream()
                .sorted(Comparator.comparingDouble((Comparison c) -> -c.likeness)
                        .thenComparingLong(c -> c.story.id()))
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            double sum = 0;
            int first = i == 0 ? 1 : 0;
            for (int j = 0, n = 0; j < ranked.size() && n < RIVALS; j++) {
                if (j != i) {
                    sum += ranked.get(j).likeness;
                    n++;
                }
            }
            Comparison one = ranked.get(i);
            double other = ranked.size() > first ? ranked.get(first).likeness : 0;
            one.set(Trait.AHEAD, one.likeness - other);
            one.set(Trait.RIVALS, sum / RIVALS);
        }
        return ranked;
    }

    private void compare(Member article, TermTable table) {
        var alike = new double[story.members().size()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = article.views().likeness(story.members().get(i).views());
            evidence = Math.max(
                    evidence,
                    Marks.evidence(article.marks(), story.members().get(i).marks(), table));
            series |= Series.twoIssues(article, story.members().get(i));
        }
        int nearest = highest(alike, -1);
        gapMs = gap(article, alike, SIMILAR * alike[nearest]);
        likeness = (article.views().likeness(story.sum()) + alike[nearest]) / 2;
        set(Trait.SECOND, alike[alike.length == 1 ? 0 : highest(alike, nearest)]);
        set(Trait.MEAN, DoubleStream.of(alike).average().orElse(0));
        set(Trait.PHRASES, Math.log1p(evidence));
        besideStory(article);
        besideMembers(article);
        besideNearest(article, story.members().get(nearest));
        covered(article, story.members().get(nearest));
    }

    /** Where the highest value stands, the first of equal ones. */
    private static int highest(double[] values, int but) {
        int best = but == 0 ? 1 : 0;
        for (int i = best + 1; i < values.length; i++) {
            best = i != but && values[i] > values[best] ? i : best;
        }
        return best;
    }

    private void besideStory(Member article) {
        Views sum = story.sum();
        double terms = article.views().terms().cosine(sum.terms());
        set(Trait.CENTROID_TERMS, terms);
        set(Trait.CENTROID_NAMES, article.views().names().cosine(sum.names()));
        set(Trait.CENTROID_OPENING, article.views().opening().cosine(sum.opening()));
        set(Trait.CENTROID_FIT, terms / Math.max(LOOSE, sum.terms().norm() / story.articles()));
        set(Trait.SIZE, Math.log(story.articles()));
        set(Trait.GAP, gapMs.isPresent() ? days(gapMs.getAsLong()) : 0);
        set(Trait.AGE, article.dateKnown() ? days(Math.abs(article.eventTimeMs() - story.firstEventMs())) : 0);
        set(Trait.WORDS, Math.log1p(article.words()));
    }

    private void besideMembers(Member article) {
        double title = 0;
        int sameSite = 0;
        int days = 0;
        long least = Long.MAX_VALUE;
        for (Member member : story.members()) {
            title = Math.max(title, article.titleShape().jaccard(member.titleShape()));
            sameSite += !article.site().isEmpty() && article.site().equals(member.site()) ? 1 : 0;
            days = Math.max(days, article.days().shared(member.days()));
            if (article.dateKnown() && member.dateKnown()) {
                least = Math.min(least, Math.abs(article.eventTimeMs() - member.eventTimeMs()));
            }
        }
        set(Trait.TITLE, title);
        set(Trait.SAME_SITE, (double) sameSite / story.members().size());
        set(Trait.DAYS_SHARED, Math.log1p(days));
        set(Trait.LEAST_GAP, least == Long.MAX_VALUE ? 0 : days(least));
    }

    private void besideNearest(Member article, Member near) {
        set(Trait.NEAREST_TERMS, article.views().terms().cosine(near.views().terms()));
        set(Trait.NEAREST_NAMES, article.views().names().cosine(near.views().names()));
        set(Trait.NEAREST_OPENING, article.views().opening().cosine(near.views().opening()));
        set(Trait.TITLE_FIGURES, titleFigures(article, near));
        set(Trait.FIGURES, figures(article.figures(), near.figures()));
        set(Trait.DAYS_APART, Math.log1p(daysApart(article.days(), near.days())));
        set(Trait.NEAREST_WORDS, Math.log1p(near.words()));
    }

    private void covered(Member article, Member near) {
        Views own = article.views();
        Views sum = story.sum();
        Coverage ofStory = Coverage.of(sum.terms(), own.terms());
        Coverage ofArticle = Coverage.of(own.terms(), sum.terms());
        Coverage ofOpening = Coverage.of(own.opening(), sum.terms());
        Coverage ofNearOpening = Coverage.of(near.views().opening(), own.terms());
        set(Trait.STORY_COVERED, ofStory.share());
        set(Trait.STORY_OWN, ofStory.heaviestLeft() / story.articles());
        set(Trait.ARTICLE_COVERED, ofArticle.share());
        set(Trait.ARTICLE_OWN, ofArticle.heaviestLeft());
        set(Trait.OPENING_COVERED, ofOpening.share());
        set(Trait.OPENING_OWN, ofOpening.heaviestLeft());
        set(Trait.NEAREST_OPENING_COVERED, ofNearOpening.share());
        set(Trait.NEAREST_OPENING_OWN, ofNearOpening.heaviestLeft());
        set(Trait.STORY_NAMES_COVERED, Coverage.of(sum.names(), own.names()).share());
        set(Trait.ARTICLE_NAMES_COVERED, Coverage.of(own.names(), sum.names()).share());
        int marks = Math.min(article.marks().size(), near.marks().size());
        set(Trait.PHRASE_SHARE, evidence / Math.max(ENOUGH_MARKS, marks));
    }

    private OptionalLong gap(Member article, double[] alike, double similar) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < alike.length; i++) {
            Member member = story.members().get(i);
            if (article.dateKnown() && member.dateKnown() && alike[i] >= similar) {
                least = Math.min(least, Math.abs(article.eventTimeMs() - member.eventTimeMs()));
            }
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    private static double days(long ms) {
        return Math.log1p(ms / MS_PER_DAY);
    }

    private static double titleFigures(Member a, Member b) {
        if (a.titleFigures().isEmpty() || b.titleFigures().isEmpty()) {
            return 0;
        }
        return a.titleFigures().shared(b.titleFigures()) > 0 ? 1 : -1;
    }

    private static double figures(KeySet a, KeySet b) {
        int fewer = Math.min(a.size(), b.size());
        return fewer < ENOUGH_FIGURES ? 0.5 : (double) a.shared(b) / fewer;
    }

    private static int daysApart(KeySet a, KeySet b) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                least = Math.min(least, Math.abs(a.key(i) - b.key(j)));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private void set(Trait trait, double value) {
        traits[trait.index()] = (float) value;
    }

    StoryState story() {
        return story;
    }

    /** The values in the order of {@link Trait}; not to be changed. */
    float[] traits() {
        return traits;
    }

    /** Mean of the likeness to the nearest member and to the centroid, 0..1. */
    double likeness() {
        return likeness;
    }

    /** Time to the nearest of the similar dated members; empty when the article or all of those have no date. */
    OptionalLong gapMs() {
        return gapMs;
    }

    /** Highest {@link Marks#evidence} with a member. */
    double evidence() {
        return evidence;
    }

    /** Whether it is another issue of what a member is an issue of. */
    boolean series() {
        return series;
    }
}
