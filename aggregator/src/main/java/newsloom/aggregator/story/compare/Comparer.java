package newsloom.aggregator.story.compare;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import newsloom.aggregator.story.compare.KeyedVector.Meeting;
import newsloom.aggregator.story.compare.Subject.Likeness;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryState;
import newsloom.aggregator.story.state.Views;
import newsloom.text.terms.TermTable;

/** Measures how an article stands to a story, once; all but what depends on other stories. The story must have a member. */
public final class Comparer {
    /** A member counts as similar from this share of the nearest one's likeness. */
    private static final double SIMILAR = 0.7;
    /** Members of a story are taken to be at least so alike. */
    private static final double LOOSE = 0.05;

    /** Of fewer, each says too much. */
    private static final int ENOUGH_MARKS = 10;

    /** Where a date is not known, so many days are taken to lie between, as {@link #days} has them. */
    private static final double UNKNOWN_DAYS = Math.log1p(2);

    private static final double MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    private final Subject subject;
    private final Member article;
    private final StoryState story;
    private final float[] traits = new float[Trait.values().length];

    private Comparer(Subject subject, StoryState story) {
        this.subject = subject;
        this.article = subject.article();
        this.story = story;
    }

    /** All traits of the article beside the story. Costs a look at each member of the story. */
    public static Comparison compare(Subject subject, StoryState story) {
        return new Comparer(subject, story).comparison();
    }

    private Comparison comparison() {
        var looks = new Likeness[story.members().size()];
        var alike = new double[looks.length];
        double evidence = 0;
        int issues = 0;
        boolean series = false;
        for (int i = 0; i < alike.length; i++) {
            Member member = story.members().get(i);
            looks[i] = subject.likeness(member.views());
            alike[i] = looks[i].mean();
            double shared = subject.marks().evidence(member.marks());
            evidence = Math.max(evidence, shared);
            boolean issue = isIssue(member, phraseShare(shared, member));
            issues += issue ? 1 : 0;
            series |= issue && !Series.maybeRetold(article, member, shared);
            series |= TitleSeries.oneForm(article, member, subject.table());
        }
        int nearest = highest(alike, -1);
        Member near = story.members().get(nearest);
        series |= Series.oneForm(
                article, near, phraseShare(subject.marks().evidence(near.marks()), near), subject.table());
        OptionalLong gapMs = gap(alike, SIMILAR * alike[nearest]);
        set(Trait.SECOND, alike[alike.length == 1 ? 0 : highest(alike, nearest)]);
        set(Trait.SERIES, (double) issues / alike.length);
        set(Trait.MEAN, Arrays.stream(alike).average().orElse(0));
        set(Trait.GAP, gapMs.isPresent() ? days(gapMs.getAsLong()) : UNKNOWN_DAYS);
        set(Trait.UNDATED, gapMs.isPresent() ? 0 : 1);
        double ofStory = besideStory();
        besideMembers();
        besideNearest(near, looks[nearest]);
        phrases(evidence, near);
        shared(near);
        double likeness = (ofStory + alike[nearest]) / 2;
        return new Comparison(story, traits, likeness, gapMs, spanMs(), series);
    }

    private boolean isIssue(Member member, double phraseShare) {
        return Series.newFigures(article, member, phraseShare, subject.table())
                || (Series.twoIssues(article, member)
                        && (TitleSeries.newFigures(article, member) || !goesOn(member, phraseShare)));
    }

    private boolean goesOn(Member member, double phraseShare) {
        return Series.oneSubject(article, member, phraseShare, subject.table())
                || TitleSeries.saidAgain(article, member);
    }

    /** Where the highest value stands, the first of equal ones. */
    private static int highest(double[] values, int but) {
        int best = but == 0 ? 1 : 0;
        for (int i = best + 1; i < values.length; i++) {
            best = i != but && values[i] > values[best] ? i : best;
        }
        return best;
    }

    private OptionalLong gap(double[] alike, double similar) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < alike.length; i++) {
            Member member = story.members().get(i);
            if (article.dateKnown() && member.dateKnown() && alike[i] >= similar) {
                least = Math.min(least, TimeGap.of(article.eventTimeMs(), member.eventTimeMs()));
            }
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    private long spanMs() {
        return article.dateKnown() && story.dated()
                ? Math.max(
                        TimeGap.of(article.eventTimeMs(), story.firstEventMs()),
                        TimeGap.of(article.eventTimeMs(), story.lastEventMs()))
                : 0;
    }

    /** Returns how alike both are. */
    private double besideStory() {
        Views sum = story.sum();
        Meeting terms = subject.terms().meet(sum.terms());
        Meeting names = subject.names().meet(sum.names());
        double opening = subject.opening().cosine(sum.opening());
        Coverage ofOpening = subject.opening().meet(sum.terms()).byOther();
        set(Trait.CENTROID_TERMS, terms.alike().cosine());
        set(Trait.CENTROID_BESIDE, terms.alike().beside());
        set(Trait.CENTROID_NAMES, names.alike().cosine());
        set(Trait.CENTROID_OPENING, opening);
        set(
                Trait.CENTROID_FIT,
                terms.alike().cosine() / Math.max(LOOSE, sum.terms().norm() / story.articles()));
        set(Trait.STORY_COVERED, terms.ofOther().share());
        set(Trait.STORY_OWN, terms.ofOther().heaviestLeft() / story.articles());
        set(Trait.ARTICLE_COVERED, terms.byOther().share());
        set(Trait.ARTICLE_OWN, terms.byOther().heaviestLeft());
        set(Trait.OPENING_COVERED, ofOpening.share());
        set(Trait.OPENING_OWN, ofOpening.heaviestLeft());
        set(Trait.STORY_NAMES_COVERED, names.ofOther().share());
        set(Trait.ARTICLE_NAMES_COVERED, names.byOther().share());
        set(Trait.SIZE, Math.log(story.articles()));
        boolean dated = article.dateKnown() && story.dated();
        set(Trait.AGE, dated ? days(TimeGap.of(article.eventTimeMs(), story.firstEventMs())) : UNKNOWN_DAYS);
        set(Trait.WORDS, Math.log1p(article.words()));
        return subject.likeness(terms.alike(), names.alike().cosine(), opening, sum)
                .mean();
    }

    private void besideMembers() {
        double title = 0;
        int sameSite = 0;
        int days = 0;
        long least = Long.MAX_VALUE;
        for (Member member : story.members()) {
            title = Math.max(title, article.titleShape().jaccard(member.titleShape()));
            sameSite += !article.site().isEmpty() && article.site().equals(member.site()) ? 1 : 0;
            days = Math.max(days, article.days().shared(member.days()));
            if (article.dateKnown() && member.dateKnown()) {
                least = Math.min(least, TimeGap.of(article.eventTimeMs(), member.eventTimeMs()));
            }
        }
        set(Trait.TITLE, title);
        set(Trait.SAME_SITE, (double) sameSite / story.members().size());
        set(Trait.DAYS_SHARED, Math.log1p(days));
        set(Trait.LEAST_GAP, least == Long.MAX_VALUE ? UNKNOWN_DAYS : days(least));
    }

    private void besideNearest(Member near, Likeness alike) {
        Coverage ofOpening = subject.terms().meet(near.views().opening()).ofOther();
        set(Trait.NEAREST_TERMS, alike.terms().cosine());
        set(Trait.NEAREST_BESIDE, alike.terms().beside());
        set(Trait.NEAREST_NAMES, alike.names());
        set(Trait.NEAREST_OPENING, alike.opening());
        set(Trait.NEAREST_OPENING_COVERED, ofOpening.share());
        set(Trait.NEAREST_OPENING_OWN, ofOpening.heaviestLeft());
        set(Trait.TITLE_FIGURES, Facts.titleFigures(article, near));
        set(Trait.FIGURES, Facts.figures(article.figures(), near.figures()));
        set(Trait.DAYS_APART, Math.log1p(Facts.daysApart(article.days(), near.days())));
        set(Trait.NEAREST_WORDS, Math.log1p(near.words()));
    }

    private void shared(Member near) {
        TermTable table = subject.table();
        set(Trait.NAMES_SHARED, Rarity.shared(subject.names(), near.views().names(), table));
        set(Trait.STORY_NAMES_SHARED, Rarity.shared(subject.names(), story.sum().names(), table));
        set(Trait.TERMS_SHARED, Rarity.shared(subject.terms(), near.views().terms(), table));
        PlainTerms.Shared plain = PlainTerms.of(subject, near.views());
        set(Trait.PLAIN_SHARED, Math.log1p(plain.rarity()));
        set(Trait.NEAREST_PLAIN, plain.cosine());
        set(Trait.CENTROID_PLAIN, PlainTerms.of(subject, story.sum()).cosine());
        ToldNames ofArticle = ToldNames.of(article, near, table);
        ToldNames ofNear = ToldNames.of(near, article, table);
        set(Trait.OPENING_NAMES_SHARED, Math.log1p(Math.max(ofArticle.told(), ofNear.told())));
        set(Trait.OPENING_NAMES_TOLD, ofArticle.share());
        set(Trait.NEAREST_OPENING_NAMES_TOLD, ofNear.share());
    }

    private void phrases(double evidence, Member near) {
        set(Trait.PHRASES, Math.log1p(evidence));
        set(Trait.PHRASE_SHARE, phraseShare(evidence, near));
    }

    private double phraseShare(double evidence, Member near) {
        int marks = Math.min(article.marks().size(), near.marks().size());
        return evidence / Math.max(ENOUGH_MARKS, marks);
    }

    private static double days(long ms) {
        return Math.log1p(ms / MS_PER_DAY);
    }

    private void set(Trait trait, double value) {
        traits[trait.index()] = (float) value;
    }
}
