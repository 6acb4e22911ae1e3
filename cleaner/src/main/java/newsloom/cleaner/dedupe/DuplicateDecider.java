package newsloom.cleaner.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
 *   <li>a copy of a copy, or the fuller text of one, must stand in that relation to the article of the group too, if more loosely;
 *   <li>parts of several groups, each under 40 % of the text: a digest, which stands for itself.
 * </ul>
 *
 * <p>An article once given out stays what it was: a new version of it is again the original of its group (or again the excerpt that
 * was superseded), whatever it now resembles. The decision depends on the calls before and their order, on nothing else.
 *
 * <p>Stateless, all state is in the index; one thread for one index. About 20 reads and 20 writes.
 */
public final class DuplicateDecider {
    private static final int MAX_CANDIDATES = 16;
    private static final double DIGEST_SHARE = 0.4;
    private static final double NEAR_EXACT = 0.9;

    /** Decides and files the text, so that later ones find it. */
    public Decision decide(Sketch sketch, DuplicateIndex index) {
        if (sketch.isEmpty()) {
            return new Decision.Original(sketch.id(), "no words to compare");
        }
        var known = index.text(sketch.id(), sketch.timeMs());
        if (known != null) {
            var head = head(known, sketch, index);
            if (head.equals(sketch.id()) || known.group().equals(sketch.id())) {
                return newVersion(sketch, known, head, index);
            }
        }
        var matches = index.candidates(sketch, MAX_CANDIDATES).stream()
                .map(text -> Match.of(sketch, text))
                .sorted(Match.BEST_FIRST)
                .toList();
        var related = matches.stream().filter(Match::isRelated).toList();
        if (related.isEmpty() || isDigest(related)) {
            return original(sketch, whyOriginal(matches, related), index);
        }
        return join(sketch, related.get(0), index);
    }

    /** An article that was given out already, with other words. */
    private static Decision newVersion(Sketch sketch, KnownText known, String head, DuplicateIndex index) {
        index.add(sketch, known.group(), head);
        if (head.equals(sketch.id())) {
            return new Decision.Original(known.group(), "new version of an original");
        }
        var fuller = index.text(head, sketch.timeMs());
        return copy(sketch, Match.of(sketch, fuller == null ? known : fuller), head, "new version of an excerpt of");
    }

    /**
     * Into the group of the best match, if the text has to do with the article that stands for it: the excerpt it holds may belong to
     * a fuller article already, and copies of copies must not drift away from what they began with.
     */
    private static Decision join(Sketch sketch, Match best, DuplicateIndex index) {
        String head = head(best.old(), sketch, index);
        var fuller = best.old().id().equals(head) ? null : index.text(head, sketch.timeMs());
        var withHead = fuller == null ? best : Match.of(sketch, fuller);
        if (best.isCopy() && withHead.isLoose()) {
            return fileCopy(sketch, best, head, index);
        }
        if (withHead.isCopy()) {
            return fileCopy(sketch, withHead, head, index);
        }
        if (withHead.supersedes()) {
            return supersede(sketch, withHead, head, index);
        }
        return original(sketch, why("has its own text beside a part of another article, as", best), index);
    }

    private static Decision fileCopy(Sketch sketch, Match match, String head, DuplicateIndex index) {
        if (match.jaccard() < NEAR_EXACT) {
            index.add(sketch, match.old().group(), head);
        }
        return copy(sketch, match, head, "mostly stands in");
    }

    private static Decision supersede(Sketch sketch, Match match, String head, DuplicateIndex index) {
        var old = match.old();
        index.add(sketch, old.group(), sketch.id());
        index.update(old.withHead(sketch.id()));
        var founder = index.text(old.group(), sketch.timeMs());
        if (founder != null) {
            index.update(founder.withHead(sketch.id()));
        }
        return new Decision.Supersedes(
                head,
                old.group(),
                match.shareInOld(),
                match.shareInNew(),
                match.shared(),
                why("is the fuller text of", match));
    }

    private static Decision original(Sketch sketch, String why, DuplicateIndex index) {
        index.add(sketch, sketch.id(), sketch.id());
        return new Decision.Original(sketch.id(), why);
    }

    /** The article that stands for the group of a text. */
    private static String head(KnownText text, Sketch sketch, DuplicateIndex index) {
        var founder = text.group().equals(text.id()) ? text : index.text(text.group(), sketch.timeMs());
        return founder == null ? text.head() : founder.head();
    }

    private static Decision copy(Sketch sketch, Match match, String ofId, String relation) {
        return new Decision.Copy(
                ofId,
                match.old().id(),
                match.old().group(),
                match.kind(sketch),
                match.shareInOld(),
                match.shareInNew(),
                match.shared(),
                why(relation, match));
    }

    private static boolean isDigest(List<Match> related) {
        var groups = new HashSet<String>();
        double most = 0;
        for (var match : related) {
            groups.add(match.old().group());
            most = Math.max(most, match.shareInOld());
        }
        return groups.size() > 1 && most < DIGEST_SHARE;
    }

    private static String whyOriginal(List<Match> matches, List<Match> related) {
        if (!related.isEmpty()) {
            return why("holds parts of several texts, as", related.get(0));
        }
        @Nullable Match nearest = matches.isEmpty() ? null : matches.get(0);
        if (nearest == null) {
            return "shares no sampled run of words with a known text";
        }
        if (nearest.isTemplate()) {
            return why("has other numbers than", nearest);
        }
        return why(
                nearest.isFrame()
                        ? "has a headline of its own beside what its site repeats in"
                        : "shares too little with",
                nearest);
    }

    private static String why(String relation, Match match) {
        return String.format(
                Locale.ROOT,
                "%s %s: %.2f of it there, %.2f of that here",
                relation,
                match.old().id(),
                match.shareInOld(),
                match.shareInNew());
    }
}
