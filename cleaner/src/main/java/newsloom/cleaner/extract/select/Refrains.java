package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Passage;

/**
 * Passages that a text repeats on purpose: said three times and more, each time with text of its own since the time before, right beside such text, and in an element like its. Boxes that a
 * page repeats stand in elements of their own, and say what they are; a text that a page has twice has nothing new in between.
 */
final class Refrains {

    private static final int MIN_TIMES = 3;
    private static final int MIN_WORDS = 5;
    private static final int MAX_WORDS = 60;
    private static final double MIN_MEAN_SCORE = 0.2;
    private static final int NO_REFRAIN = Notices.AFTERWORD.anywhere()
            | Notices.APPEAL.anywhere()
            | Notices.COPYRIGHT.anywhere()
            | Notices.CONSENT.anywhere()
            | Notices.CREDIT.first()
            | Notices.SHARE.anywhere()
            | Notices.BYLINE.first();
    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "(?i)advert|sponsor|continues? (?:below|after)|scroll|click|anzeige|werbung|publicidad|publicité|pubblicità|реклам");

    private Refrains() {}

    /**
     * The places of refrains among the passages.
     *
     * @param main whether a passage is main content by itself, by its index; a refrain that is not is a sentence, and not unlikely in the mean
     * @param scores the probability of each passage, by its index
     * @param alike whether two passages stand in elements of one kind
     */
    static <P extends Passage> BitSet of(List<P> passages, BitSet main, double[] scores, BiPredicate<P, P> alike) {
        Map<String, BitSet> places = places(passages);
        BitSet refrains = new BitSet();
        BitSet fresh = (BitSet) main.clone();
        places.values().forEach(fresh::andNot);
        for (BitSet times : places.values()) {
            P first = passages.get(times.nextSetBit(0));
            if (times.cardinality() >= MIN_TIMES && times.intersects(main) && said(first) && spaced(times, fresh)) {
                boolean likely = first.shape().sentenceEnd()
                        && times.stream().mapToDouble(i -> scores[i]).average().orElse(0) >= MIN_MEAN_SCORE;
                times.stream()
                        .filter(i -> (main.get(i) || likely) && beside(passages, i, fresh, alike))
                        .forEach(refrains::set);
            }
        }
        return refrains;
    }

    /** Of each text that is said more than once. */
    private static <P extends Passage> Map<String, BitSet> places(List<P> passages) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, BitSet> places = new HashMap<>();
        for (P passage : passages) {
            int words = passage.shape().words();
            Integer before = words >= MIN_WORDS && words <= MAX_WORDS
                    ? first.putIfAbsent(passage.text(), passage.index())
                    : null;
            if (before != null) {
                BitSet times = places.computeIfAbsent(passage.text(), absent -> new BitSet());
                times.set(before);
                times.set(passage.index());
            }
        }
        return places;
    }

    private static boolean said(Passage passage) {
        return !passage.listed()
                && (Notices.in(passage.text()) & NO_REFRAIN) == 0
                && !ADVERTISEMENT.matcher(passage.text()).find();
    }

    /** Whether there is something new between each time and the next. */
    private static boolean spaced(BitSet times, BitSet fresh) {
        int before = times.nextSetBit(0);
        for (int i = times.nextSetBit(before + 1); i >= 0; i = times.nextSetBit(i + 1)) {
            int next = fresh.nextSetBit(before);
            if (next < 0 || next > i) {
                return false;
            }
            before = i;
        }
        return true;
    }

    private static <P extends Passage> boolean beside(List<P> passages, int i, BitSet fresh, BiPredicate<P, P> alike) {
        P passage = passages.get(i);
        return (i > 0 && fresh.get(i - 1) && alike.test(passage, passages.get(i - 1)))
                || (i > 1 && fresh.get(i - 2) && alike.test(passage, passages.get(i - 2)))
                || (i + 1 < passages.size() && fresh.get(i + 1) && alike.test(passage, passages.get(i + 1)));
    }
}
