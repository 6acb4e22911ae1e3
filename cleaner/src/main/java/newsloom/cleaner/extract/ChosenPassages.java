package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

    /** @param scores the probability of each passage, by its index */
    ChosenPassages(List<P> passages, double[] scores, Headline headline, Predicate<P> never) {
        this.scores = scores;
        double threshold = PageThreshold.of(passages, scores);
        Set<String> said = new HashSet<>();
        for (P passage : passages) {
            double score = scores[passage.index()];
            boolean main = score >= threshold
                    && (score >= LIKELY || !notice(passage))
                    && passage.index() != headline.block()
                    && !headline.saidAgainBy(passage.text())
                    && !never.test(passage);
            if (main && (passage.shape().words() < MIN_REPEATED_WORDS || said.add(passage.text()))) {
                kept.add(passage);
            }
        }
    }

    /** Begins like an appeal or the like: not taken when it is doubtful anyway. */
    private static boolean notice(Passage passage) {
        return (ShapeFeatures.notices(passage) & NOTICES) != 0;
    }

    /** Takes off what stands before the text and is no sentence: bylines, dates, and short lines that this says to be no headings. */
    void trimStart(Predicate<P> heading) {
        int start = 0;
        while (start < kept.size() && (dateline(kept.get(start)) || scrap(kept.get(start), heading))) {
            start++;
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
            kept.remove(kept.size() - 1);
        }
    }

    /** What is kept so far; may be changed. */
    List<P> kept() {
        return kept;
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
