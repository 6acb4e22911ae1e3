package newsloom.cleaner.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import newsloom.cleaner.dedupe.Decision.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The decision, once what a text shares with others has been counted: into which group it goes, and which article stands for that. The rules stand in {@link DuplicateDecider}. Stateless.
 */
final class GroupDecider {
    private static final double DIGEST_SHARE = 0.4;
    private static final double NEAR_EXACT = 0.9;

    /** Decides. The place of the text among the groups is for the caller to note, see {@link Member#of}; what changes for those that are there already is noted here. */
    Decision decide(Card text, Evidence evidence, Groups groups) {
        var known = groups.find(text.id(), text.timeMs());
        if (known != null) {
            var head = head(known, text, groups);
            if (head.equals(text.id()) || known.isFirst()) {
                return newVersion(text, known, head, evidence);
            }
        }
        var matches = evidence.matches();
        var related = matches.stream().filter(Match::isRelated).toList();
        if (related.isEmpty() || isDigest(text, related, groups)) {
            return original(text, whyOriginal(matches, related), related.isEmpty() ? first(matches) : related.get(0));
        }
        return join(text, related.get(0), evidence, groups);
    }

    /** An article that was given out already, with other words. */
    private static Decision newVersion(Card text, Member known, String head, Evidence evidence) {
        if (head.equals(text.id())) {
            return new Decision.Original(known.group(), null, "new version of an original");
        }
        var standing = evidence.with(head);
        var match = standing == null ? Match.nothing(new Card(head, known.timeMs(), Origin.UNKNOWN, 0)) : standing;
        return copy(match, known.group(), head, false, why("new version of a copy of", match));
    }

    /**
     * Into the group of the best match, if the text has to do with the article that stands for it: the excerpt it holds may belong to
     * a fuller article already, and copies of copies must not drift away from what they began with.
     */
    private static Decision join(Card text, Match best, Evidence evidence, Groups groups) {
        var member = member(best, text, groups);
        String head = head(member, text, groups);
        var standing = best.old().id().equals(head) ? null : evidence.with(head);
        var withHead = standing == null ? best : standing;
        if (withHead.isCopy() && withHead.old().id().equals(head)) {
            var cause = Succession.cause(text, withHead, founded(member, text, groups));
            if (cause.isPresent()) {
                return supersede(text, withHead, member, head, cause.get(), groups);
            }
        }
        if (best.isCopy() && withHead.isLoose()) {
            return copy(best, member, head);
        }
        if (withHead.isCopy()) {
            return copy(withHead, member, head);
        }
        if (withHead.supersedes()) {
            return supersede(text, withHead, member, head, Cause.FULLER, groups);
        }
        return original(text, why("has its own text beside a part of another article, as", best), best);
    }

    private static Decision copy(Match match, Member of, String head) {
        return copy(match, of.group(), head, match.jaccard() >= NEAR_EXACT, why("mostly stands in", match));
    }

    private static Decision supersede(Card text, Match match, Member old, String head, Cause cause, Groups groups) {
        for (var id : List.of(old.id(), head, old.group())) {
            var member = groups.find(id, text.timeMs());
            if (member != null) {
                groups.put(member.withHead(text.id()));
            }
        }
        return new Decision.Supersedes(head, old.group(), cause, shares(match), why(relation(cause), match));
    }

    private static String relation(Cause cause) {
        return switch (cause) {
            case FULLER -> "is the fuller text of";
            case EARLIER -> "was published before its copy";
            case UNCREDITED -> "credits nobody, as its copy does,";
        };
    }

    private static Decision original(Card text, String why, @Nullable Match nearest) {
        return new Decision.Original(
                text.id(), nearest == null ? null : nearest.old().id(), why);
    }

    /** The article that stands for the group of a text. */
    private static String head(Member member, Card text, Groups groups) {
        var founder = member.isFirst() ? member : groups.find(member.group(), text.timeMs());
        return founder == null ? member.head() : founder.head();
    }

    private static long founded(Member member, Card text, Groups groups) {
        var founder = member.isFirst() ? member : groups.find(member.group(), text.timeMs());
        return founder == null ? member.timeMs() : founder.timeMs();
    }

    private static Member member(Match match, Card text, Groups groups) {
        var member = groups.find(match.old().id(), text.timeMs());
        return member == null ? Member.alone(match.old()) : member;
    }

    private static Decision copy(Match match, String group, String ofId, boolean nearExact, String why) {
        return new Decision.Copy(ofId, match.old().id(), group, match.kind(), shares(match), nearExact, why);
    }

    private static Decision.Shares shares(Match match) {
        return new Decision.Shares(
                match.shareInOld(), match.shareInNew(), match.shared(), match.shingles(), match.oldShingles());
    }

    private static boolean isDigest(Card text, List<Match> related, Groups groups) {
        var different = new HashSet<String>();
        double most = 0;
        for (var match : related) {
            different.add(member(match, text, groups).group());
            most = Math.max(most, match.shareInOld());
        }
        return different.size() > 1 && most < DIGEST_SHARE;
    }

    private static @Nullable Match first(List<Match> matches) {
        return matches.isEmpty() ? null : matches.get(0);
    }

    private static String whyOriginal(List<Match> matches, List<Match> related) {
        if (!related.isEmpty()) {
            return why("holds parts of several texts, as", related.get(0));
        }
        var nearest = first(matches);
        if (nearest == null) {
            return "shares no sampled run of words with a known text";
        }
        if (nearest.isTemplate()) {
            return why("has other names or numbers than", nearest);
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
