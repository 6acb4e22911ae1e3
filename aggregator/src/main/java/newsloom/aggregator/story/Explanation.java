package newsloom.aggregator.story;

import java.util.List;
import newsloom.aggregator.story.JoinRule.Verdict;

/**
 * Why an article is where it is.
 *
 * @param outcome what was decided
 * @param weighed the stories it was compared with, most alike first; empty where nothing was weighed, as for a new version
 */
public record Explanation(String articleId, Assignment outcome, List<Weighed> weighed) {
    public Explanation {
        weighed = List.copyOf(weighed);
    }

    static Explanation of(String articleId, Assignment outcome) {
        if (outcome instanceof Assignment.Joined joined) {
            return new Explanation(articleId, outcome, joined.weighed());
        }
        return new Explanation(
                articleId, outcome, outcome instanceof Assignment.Opened opened ? opened.weighed() : List.of());
    }

    /**
     * A story that was looked at.
     *
     * @param articles how many it held
     * @param likeness mean of centroid and nearest member, 0..1
     * @param score of the model, whatever stands against joining
     * @param threshold infinite where a veto stands, which {@code reason} names
     */
    public record Weighed(
            String storyId, int articles, double likeness, double score, double threshold, String reason) {
        static List<Weighed> of(List<Verdict> verdicts) {
            return verdicts.stream().map(Weighed::of).toList();
        }

        private static Weighed of(Verdict verdict) {
            StoryState story = verdict.comparison().story();
            return new Weighed(
                    StoryIds.text(story.id()),
                    story.articles(),
                    verdict.comparison().likeness(),
                    verdict.score(),
                    verdict.threshold(),
                    verdict.reason());
        }
    }
}
