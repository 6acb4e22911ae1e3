package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The passages that are likely enough main content, see {@link PageThreshold}, in reading order: without the headline and what repeats it, a longer passage that is said twice only
 * once. What is left over at either end can be taken off.
 */
final class ChosenPassages<P extends Passage> {

    private static final int MIN_REPEATED_WORDS = 8;
    private static final int MAX_DATELINE_WORDS = 12;
    private static final double LIKELY = 0.5;
    private static final int NOTICES = Notices.APPEAL.first()
            | Notices.AFTERWORD.first()
            | Notices.CONSENT.first()
            | Notices.SHARE.first()
            | Notices.COPYRIGHT.anywhere();

    private final List<P> kept = new ArrayList<>();
    private final double[] scores;
    /** What spoke against the trees, by index. */
    private final @Nullable Rule[] rules;

    /**
     * @param scores the probability of each passage, by its index
     * @param never the rule that keeps a likely passage out; null for none
     */
    ChosenPassages(List<P> passages, double[] scores, Headline headline, Function<P, @Nullable Rule> never) {
        this.scores = scores;
        this.rules = new @Nullable Rule[scores.length];
        double threshold = PageThreshold.of(passages, scores);
        Set<String> said = new HashSet<>();
        for (P passage : passages) {
            if (scores[passage.index()] >= threshold) {
                Rule against = against(passage, headline);
                against = against == null ? never.apply(passage) : against;
                against = against == null && saidBefore(passage, said) ? Rule.SAID_BEFORE : against;
                rules[passage.index()] = against;
                if (against == null) {
                    kept.add(passage);
                }
            }
        }
    }

    private @Nullable Rule against(P passage, Headline headline) {
        if (scores[passage.index()] < LIKELY && notice(passage)) {
            return Rule.DOUBTFUL_NOTICE;
        }
        if (passage.index() == headline.block()) {
            return Rule.HEADLINE;
        }
        return headline.saidAgainBy(passage.text()) ? Rule.HEADLINE_AGAIN : null;
    }

    private static boolean saidBefore(Passage passage, Set<String> said) {
        return passage.shape().words() >= MIN_REPEATED_WORDS && !said.add(passage.text());
    }

    /** Begins like an appeal or the like: not taken when it is doubtful anyway. */
    private static boolean notice(Passage passage) {
        return (ShapeFeatures.notices(passage) & NOTICES) != 0;
    }

    /** Takes off what stands before the text and is no sentence: bylines, dates, and short lines that this says to be no headings. */
    void trimStart(Predicate<P> heading) {
        int start = 0;
        for (; start < kept.size(); start++) {
            P first = kept.get(start);
            Rule rule = dateline(first) ? Rule.BYLINE : scrap(first, heading) ? Rule.BEFORE_TEXT : null;
            if (rule == null) {
                break;
            }
            rules[first.index()] = rule;
        }
        kept.subList(0, start).clear();
    }

    private boolean scrap(P passage, Predicate<P> heading) {
        return passage.shape().words() < MIN_REPEATED_WORDS && !passage.shape().sentenceEnd() && !heading.test(passage);
    }

    /** A byline, a date, or both in one. */
    private static boolean dateline(Passage passage) {
        boolean both = passage.shape().words() <= MAX_DATELINE_WORDS
                && !passage.shape().sentenceEnd()
                && DateText.mentionsDate(passage.text());
        return both || DateText.isDateLine(passage.text()) || AuthorFinder.isByline(passage.text());
    }

    /** Takes passages off the end as long as they are left over there. */
    void trimEnd(Predicate<P> leftOver) {
        while (!kept.isEmpty() && leftOver.test(kept.get(kept.size() - 1))) {
            drop(kept.size() - 1, Rule.LEFT_OVER);
        }
    }

    /** Takes off what is kept from this position on. */
    void drop(int from, Rule rule) {
        List<P> dropped = kept.subList(from, kept.size());
        dropped.forEach(passage -> rules[passage.index()] = rule);
        dropped.clear();
    }

    /** What is kept so far. */
    List<P> kept() {
        return Collections.unmodifiableList(kept);
    }

    /** The rule that overruled the trees on a passage; null where they had the last word. */
    @Nullable
    Rule ruleOf(P passage) {
        return rules[passage.index()];
    }

    Selection selection() {
        double sum = 0;
        double weight = 0;
        for (P passage : kept) {
            sum += scores[passage.index()] * passage.shape().weight();
            weight += passage.shape().weight();
        }
        return Selection.ofPassages(kept, weight == 0 ? 0 : sum / weight);
    }
}
