package newsloom.aggregator.story.decide;

import java.util.List;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.state.StoryState;

/**
 * Why an article is where it is, or what became of a story on the way.
 *
 * @param articleId empty where it tells of a story alone, as that it rests
 * @param outcome what was decided
 */
public record Explanation(String articleId, Assignment outcome) {

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
