package newsloom.cleaner.dedupe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides once for each article whether it copies a known one. Candidates share a sampled word 5-gram; of each, the containment of word
 * 3-grams is counted exactly, both ways (Broder 1997). The best match decides alone: groups are never joined, because digests and
 * templates would chain them (measured: half of the lost articles).
 *
 * <ul>
 *   <li>at least half of the new text stands in the old: a copy;
 *   <li>at least 0.6 of the old text stands in the new, and a tenth of the new in the old: the new one supersedes an excerpt;
 *   <li>on one site under another headline both shares must be 0.9: less can be what the site puts around its articles;
 *   <li>both have four numbers or more and share less than 60 % of the smaller set: fillings of a template, no copy;
 *   <li>so are two texts that have other names or numbers between the same words, in two places or more and in half of those that both have, see {@link Fillings};
 *   <li>where one of the two has under 60 words, 0.75 is asked instead of 0.5 and 0.6: a sentence said twice is half of such a text; the same where less than 0.4 of the longer text is in the shorter one: an excerpt
 *       stands in the whole but for noise, an article that quotes has words of its own;
 *   <li>a copy of a copy, or the fuller text of one, must stand in that relation to the article of the group too, if more loosely;
 *   <li>parts of several groups, each under 40 % of the text: a digest, which stands for itself.
 * </ul>
 *
 * <p>Of a group, the article that stands for it may change: see {@link Succession}. Otherwise an article once given out stays what it was: a new version of it is again the original of its group (or again
 * the copy that was superseded), whatever it now resembles. The decision depends on the calls before and their order, on nothing else.
 *
 * <p>Stateless, all state is in the index; one thread for one index. A read and at most a write for each anchor, some 20 of them, and about five more.
 */
public final class DuplicateDecider {
    static final int MAX_CANDIDATES = 16;

    private final GroupDecider decider = new GroupDecider();

    /** The same for a text of which nothing was given out. */
    Decision decide(Sketch sketch, DuplicateIndex index) {
        return decide(sketch, null, index);
    }

    /**
     * Decides and files the text, so that later ones find it.
     *
     * @param given what will be given out of it, unless it is a copy; kept for {@link DuplicateIndex#takenBack}
     */
    public Decision decide(Sketch sketch, @Nullable Given given, DuplicateIndex index) {
        if (sketch.isEmpty()) {
            return new Decision.Original(sketch.id(), null, "no words to compare");
        }
        var evidence = new Counted(sketch, index);
        var decision = decider.decide(sketch.card(), evidence, index.groups());
        index.groups().put(Member.of(sketch.card(), decision, given));
        if (!(decision instanceof Decision.Copy copy && copy.nearExact())) {
            index.add(sketch, evidence.found());
        }
        return decision;
    }

    /** Compares with what the index knows, when it is asked. */
    private static final class Counted implements Evidence {
        private final Sketch sketch;
        private final DuplicateIndex index;
        private AnchorIndex.@Nullable Found found;

        Counted(Sketch sketch, DuplicateIndex index) {
            this.sketch = sketch;
            this.index = index;
        }

        AnchorIndex.Found found() {
            if (found == null) {
                found = index.find(sketch);
            }
            return found;
        }

        @Override
        public List<Match> matches() {
            return index.candidates(sketch, found(), MAX_CANDIDATES).stream()
                    .map(text -> Match.of(sketch, text))
                    .sorted(Match.BEST_FIRST)
                    .toList();
        }

        @Override
        public @Nullable Match with(String id) {
            var text = index.text(id, sketch.timeMs());
            return text == null ? null : Match.of(sketch, text);
        }
    }
}
