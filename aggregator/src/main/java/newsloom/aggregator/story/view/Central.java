package newsloom.aggregator.story.view;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.SparseVector;

/**
 * Which member speaks for a story: the one whose title and first sentences are nearest to those of all, and whose headline is made of their
 * words. A headline that shouts has to be much nearer. Linear in the members.
 */
final class Central {
    private static final int RECENT = 12;
    /** How long before the newest report others still tell where the story stands. */
    private static final long RECENT_MS = Duration.ofDays(3).toMillis();

    private static final double HEADLINE = 0.5;
    private static final double SHOUTED = 0.25;
    /** Of a headline that is written in capitals, for the sake of the acronyms in others. */
    private static final double MOSTLY = 0.6;

    private final SparseVector middle;
    private final Set<Integer> words = new HashSet<>();

    private Central(List<StoryMember> members) {
        SparseVector sum = SparseVector.EMPTY;
        var once = new HashSet<Integer>();
        for (StoryMember member : members) {
            SparseVector opening = member.opening();
            sum = sum.plus(opening.size() == 0 ? SparseVector.EMPTY : opening.unit(), 1);
            for (int i = 0; i < opening.size(); i++) {
                if (!once.add(opening.key(i)) || members.size() == 1) {
                    words.add(opening.key(i));
                }
            }
        }
        this.middle = sum;
    }

    /** The members of the newest three days, at most {@value #RECENT}, the most central first; of equally central ones the newer. */
    static List<StoryMember> first(List<StoryMember> newestFirst) {
        var central = new Central(newestFirst);
        return newestFirst.stream()
                .takeWhile(member -> newestFirst.get(0).eventTimeMs() - member.eventTimeMs() <= RECENT_MS)
                .limit(RECENT)
                .sorted(Comparator.comparingDouble((StoryMember member) -> -central.nearness(member)))
                .toList();
    }

    private double nearness(StoryMember member) {
        return member.opening().cosine(middle) + HEADLINE * told(member) - (isShouted(member.title()) ? SHOUTED : 0);
    }

    /** Share of the headline's words that stand at the beginning of other members, too. */
    private double told(StoryMember member) {
        List<Token> title = new Tokenizer(member.language()).tokens(member.title());
        long shared = title.stream()
                .filter(token -> words.contains(TermHash.of(token.form())))
                .count();
        return title.isEmpty() ? 0 : (double) shared / title.size();
    }

    private static boolean isShouted(String title) {
        long letters = title.chars().filter(Character::isLetter).count();
        long capitals = title.chars().filter(Character::isUpperCase).count();
        return title.contains("!") || title.contains("！") || capitals > MOSTLY * letters;
    }
}
