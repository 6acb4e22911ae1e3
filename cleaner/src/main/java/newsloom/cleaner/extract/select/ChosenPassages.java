package newsloom.cleaner.extract.select;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.feature.ShapeFeatures;
import newsloom.cleaner.extract.metadata.AuthorFinder;
import newsloom.cleaner.extract.metadata.AuthorNotes;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.words.BylineLabels;
import org.jspecify.annotations.Nullable;

/**
 * The passages that are likely enough main content, see {@link PageThreshold}, in reading order: without the headline and what repeats it, a longer passage that is said twice only
 * once. What is left over at either end can be taken off.
 */
final class ChosenPassages<P extends Passage> {

    private static final int MIN_REPEATED_WORDS = 8;
    private static final int MAX_DATELINE_WORDS = 12;
    private static final int MAX_ABOVE_BYLINE = 2;
    private static final int MAX_IMPRINT_WORDS = 24;
    /** From this probability on, a passage is likely main content, whatever the page's threshold. */
    static final double LIKELY = 0.5;

    /** Of these, as bits of {@link Notices}, an article's paragraphs hardly ever begin with one, or have one. */
    static final int NOTICES = Notices.APPEAL.first()
            | Notices.AFTERWORD.first()
            | Notices.CONSENT.first()
            | Notices.SHARE.first()
            | Notices.COPYRIGHT.anywhere();

    private final List<P> kept = new ArrayList<>();
    private final double[] scores;
    private final double threshold;
    /** What spoke against the trees, by index. */
    private final @Nullable Rule[] rules;

    /** Rules that have more say than the scores, and more than each other in this order. */
    interface Rules<P extends Passage> {

        /** Why a likely passage is not taken; null where nothing speaks against it. */
        default @Nullable Rule against(P passage) {
            return null;
        }

        /** Why a passage is taken that is not likely; null where nothing speaks for it. */
        default @Nullable Rule inFavour(P passage) {
            return null;
        }

        /** Whether two passages stand in elements of one kind. */
        default boolean alike(P one, P other) {
            return true;
        }
    }

    /** @param scores the probability of each passage, by its index */
    ChosenPassages(List<P> passages, double[] scores, Headline headline, Rules<P> special) {
        this.scores = scores;
        this.rules = new @Nullable Rule[scores.length];
        this.threshold = PageThreshold.of(passages, scores);
        BitSet main = new BitSet();
        for (P passage : passages) {
            int i = passage.index();
            rules[i] = scores[i] >= threshold ? against(passage, headline, special) : null;
            main.set(i, scores[i] >= threshold && rules[i] == null);
        }
        BitSet refrains = Refrains.of(passages, main, scores, special::alike);
        Set<String> said = new HashSet<>();
        for (P passage : passages) {
            int i = passage.index();
            Rule inFavour = rules[i] != null ? null : refrains.get(i) ? Rule.REFRAIN : special.inFavour(passage);
            boolean repeats = main.get(i) && inFavour == null && saidBefore(passage, said);
            if (repeats) {
                rules[i] = Rule.SAID_BEFORE;
            } else if (main.get(i) || inFavour != null) {
                kept.add(passage);
                rules[i] = inFavour;
            }
        }
    }

    private @Nullable Rule against(P passage, Headline headline, Rules<P> special) {
        if (scores[passage.index()] < LIKELY && notice(passage)) {
            return Rule.DOUBTFUL_NOTICE;
        }
        if (passage.index() == headline.block()) {
            return Rule.HEADLINE;
        }
        return headline.saidAgainBy(passage.text()) ? Rule.HEADLINE_AGAIN : special.against(passage);
    }

    private static boolean saidBefore(Passage passage, Set<String> said) {
        return passage.shape().words() >= MIN_REPEATED_WORDS && !said.add(passage.text());
    }

    /** Begins like an appeal or the like: not taken when it is doubtful anyway. */
    static boolean notice(Passage passage) {
        return (ShapeFeatures.notices(passage) & NOTICES) != 0;
    }

    /** Takes off what stands before the text and is no sentence: bylines, dates, and short lines that this says to be no headings. */
    void trimStart(Predicate<P> heading) {
        int start = 0;
        for (; start < kept.size(); start++) {
            P first = kept.get(start);
            Rule rule = dateline(first) ? Rule.BYLINE : scrap(first, heading) ? Rule.BEFORE_TEXT : null;
            if (rule == null || rules[first.index()] != null) {
                break;
            }
            rules[first.index()] = rule;
        }
        kept.subList(0, start).clear();
        dropBylinesBelowLead();
    }

    private void dropBylinesBelowLead() {
        kept.stream()
                .limit(MAX_ABOVE_BYLINE + 1)
                .filter(passage -> rules[passage.index()] == null
                        && passage.shape().words() <= MAX_DATELINE_WORDS
                        && BylineLabels.isByline(passage.text()))
                .forEach(passage -> rules[passage.index()] = Rule.BYLINE);
        kept.removeIf(passage -> rules[passage.index()] == Rule.BYLINE);
    }

    private boolean scrap(P passage, Predicate<P> heading) {
        return passage.shape().words() < MIN_REPEATED_WORDS && !passage.shape().sentenceEnd() && !heading.test(passage);
    }

    /** A byline, a date, or both in one. */
    private static boolean dateline(Passage passage) {
        boolean both = passage.shape().words() <= MAX_DATELINE_WORDS
                && !passage.shape().sentenceEnd()
                && DateText.mentionsDate(passage.text());
        return both || DateText.isDateLine(passage.text()) || BylineLabels.isByline(passage.text());
    }

    /** Takes passages off the end as long as they are left over there, or tell whose text it is. */
    void trimEnd(Predicate<P> leftOver) {
        while (!kept.isEmpty()
                && rules[kept.get(kept.size() - 1).index()] == null
                && leftOver.or(ChosenPassages::imprint).test(kept.get(kept.size() - 1))) {
            drop(kept.size() - 1, Rule.LEFT_OVER);
        }
    }

    /** Who wrote it and how to reach them, or who has the rights. */
    private static boolean imprint(Passage passage) {
        String text = passage.text();
        return passage.shape().words() <= MAX_IMPRINT_WORDS
                && (text.startsWith("©") || text.startsWith("ⓒ") || AuthorFinder.isSignature(text));
    }

    /** Takes off a note about the author. */
    void dropAuthorNote(List<P> all) {
        if (!kept.isEmpty() && AuthorNotes.last(all, kept)) {
            drop(kept.size() - 1, Rule.AUTHOR_NOTE);
        }
    }

    /** Takes off what is kept from this position on. */
    void drop(int from, Rule rule) {
        List<P> dropped = kept.subList(from, kept.size());
        dropped.forEach(passage -> rules[passage.index()] = rule);
        dropped.clear();
    }

    /** Takes off all that fit and that no rule spoke for. */
    void dropAll(Predicate<P> which, Rule rule) {
        kept.stream()
                .filter(passage -> rules[passage.index()] == null && which.test(passage))
                .forEach(passage -> rules[passage.index()] = rule);
        kept.removeIf(passage -> rules[passage.index()] == rule);
    }

    /** From which probability on passages of the page are taken. */
    double threshold() {
        return threshold;
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
