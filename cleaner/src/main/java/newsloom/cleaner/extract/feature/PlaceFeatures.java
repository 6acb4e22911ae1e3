package newsloom.cleaner.extract.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.words.WordReader;
import newsloom.cleaner.extract.words.WordSet;

/** Where a passage stands in its page: in the densest run, after the headline, below "Related stories", and whether the page says it elsewhere too. */
final class PlaceFeatures {

    private static final int NONE = -1;
    private static final int FAR = 200;
    private static final int MAX_AFTERWORD_WORDS = 8;
    private static final int MAX_TITLE_WORDS = 60;
    /** Running texts before an afterword is believed: buttons to share stand above the text as well. */
    private static final int MIN_GOOD_PASSAGES = 2;

    private final PassageSums sums;
    private final Headline headline;
    private final WordSet headlineWords;
    private final DensestRun run;
    private final int[] copies;
    private final int[] copy;
    private final int[] sinceAfterword;

    PlaceFeatures(
            List<? extends Passage> passages,
            PassageSums sums,
            Headline headline,
            DensestRun run,
            WordReader reader,
            IntUnaryOperator notices) {
        this.sums = sums;
        this.headline = headline;
        this.headlineWords = WordSet.of(headline.text(), reader);
        this.run = run;
        this.copies = new int[passages.size()];
        this.copy = new int[passages.size()];
        this.sinceAfterword = new int[passages.size()];
        countCopies(passages);
        passages.forEach(passage -> followAfterword(passage, notices));
    }

    private void countCopies(List<? extends Passage> passages) {
        Map<String, Integer> said = new HashMap<>();
        for (Passage passage : passages) {
            copy[passage.index()] = said.merge(passage.text(), 1, Integer::sum);
        }
        for (Passage passage : passages) {
            copies[passage.index()] = said.getOrDefault(passage.text(), 1);
        }
    }

    private void followAfterword(Passage passage, IntUnaryOperator notices) {
        int i = passage.index();
        boolean opens = passage.shape().words() <= MAX_AFTERWORD_WORDS
                && i > run.from()
                && i > headline.block()
                && sums.goodPassages(run.from(), i) >= MIN_GOOD_PASSAGES
                && Notices.AFTERWORD.howMuchOf(notices.applyAsInt(i)) >= 2;
        int before = i == 0 ? NONE : sinceAfterword[i - 1];
        sinceAfterword[i] = opens ? 0 : before == NONE ? NONE : before + 1;
    }

    void fill(FeatureRow row, Passage passage) {
        int i = passage.index();
        double all = Math.max(1, sums.allGoodWeight());
        row.put("passages", sums.size());
        row.put("good in page", sums.allGoodWeight());
        row.put("place", i / (double) sums.size());
        row.put("good before", sums.goodWeight(0, i) / all);
        row.put("good after", sums.goodWeight(i + 1, sums.size()) / all);
        run(row, i, all);
        row.put("since headline", headline.block() < 0 ? -FAR : clamp(i - headline.block()));
        row.put("good since headline", headline.block() < 0 ? NONE : sums.goodWeight(headline.block(), i));
        boolean isShort = passage.shape().words() <= MAX_TITLE_WORDS;
        double titled = isShort ? headlineWords.shareOf(passage.text()) : NONE;
        row.put("says headline", titled == 1 && headline.saidAgainBy(passage.text()));
        row.put("headline words", titled);
        row.put("copies", copies[i]);
        row.put("copy", copy[i]);
        row.put("since afterword", Math.min(FAR, sinceAfterword[i]));
    }

    private void run(FeatureRow row, int i, double all) {
        double weight = sums.goodWeight(run.from(), run.to());
        row.put("in run", run.holds(i));
        row.put("run share", weight / all);
        row.put("since run start", clamp(i - run.from()));
        row.put("until run end", clamp(run.to() - 1 - i));
        row.put("place in run", run.holds(i) ? sums.goodWeight(run.from(), i) / Math.max(1, weight) : NONE);
    }

    private static int clamp(int distance) {
        return Math.max(-FAR, Math.min(FAR, distance));
    }

    /** Whether the passage stands below a heading like "Related stories". */
    boolean afterAfterword(int passage) {
        return sinceAfterword[passage] != NONE;
    }
}
