package newsloom.app.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.Explanation;

/** A decision as a line of JSON. */
final class ExplanationLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PLACES = 1000;

    private ExplanationLine() {}

    /**
     * {@code {"id"?, "outcome", "story", "merged"?, "left"?, "reason"?, "score"?, "threshold"?, "weighed": [{"story", "articles", "likeness", "score", "threshold"?, "why"}]}};
     * no threshold where a veto stands. {@code merged} or {@code left} is the story of before, where an article moved; nothing is weighed then. No id where it tells of a story alone.
     */
    static String of(Explanation explanation) {
        ObjectNode line = JSON.createObjectNode();
        Assignment outcome = explanation.outcome();
        if (!explanation.articleId().isEmpty()) {
            line.put("id", explanation.articleId());
        }
        line.put("outcome", outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        if (outcome instanceof Assignment.Divided divided) {
            line.put("story", divided.intoStoryId()).put("left", divided.storyId());
        } else if (outcome instanceof Assignment.Split split) {
            line.put("story", split.intoStoryId()).put("left", split.storyId());
        } else {
            line.put("story", outcome.storyId());
        }
        if (outcome instanceof Assignment.Merged merged) {
            line.put("merged", merged.fromStoryId());
        }
        if (!outcome.reason().isEmpty()) {
            line.put("reason", outcome.reason());
        }
        fit(line, outcome);
        var weighed = line.putArray("weighed");
        for (Explanation.Weighed story : outcome.weighed()) {
            ObjectNode entry = weighed.addObject()
                    .put("story", story.storyId())
                    .put("articles", story.articles())
                    .put("likeness", rounded(story.likeness()))
                    .put("score", rounded(story.score()));
            if (Double.isFinite(story.threshold())) {
                entry.put("threshold", rounded(story.threshold()));
            }
            entry.put("why", story.reason());
        }
        return line.toString();
    }

    /** How well it fitted, where an article moved. */
    private static void fit(ObjectNode line, Assignment outcome) {
        if (outcome instanceof Assignment.Merged merged) {
            line.put("score", rounded(merged.score())).put("threshold", rounded(merged.threshold()));
        } else if (outcome instanceof Assignment.Divided divided) {
            line.put("score", rounded(divided.score())).put("threshold", rounded(divided.threshold()));
        } else if (outcome instanceof Assignment.Split split) {
            line.put("score", rounded(split.score()));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * PLACES) / PLACES;
    }
}
