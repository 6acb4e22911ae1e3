package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.Explanation;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.text.terms.TermTable;

/**
 * The decision over a stream of JSON lines, without Kafka: articles in arrival order in, the story of each out when the
 * input has ended. An article that does not say when it was fetched is taken as fetched with the one before it, see {@link ArticleLines}. Not
 * thread-safe; memory grows with the number of ids.
 */
public final class OfflineClusters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sketcher sketcher;
    private final StoryDecider decider;
    private final ArticleLines lines;
    private final Consumer<Explanation> explained;
    private final Map<String, StoryIndex> indexes = new HashMap<>();
    private final Map<String, String> stories = new LinkedHashMap<>();
    /** What follows from the article that is decided on. */
    private final List<Assignment> following = new ArrayList<>();

    /**
     * Empty: no article seen yet.
     *
     * @param tables term table by language
     * @param language guesses the ISO 639-1 language of a text, empty when it cannot
     * @param start when the run began; a publication over a day later is not believed
     * @param explained told of every decision
     */
    public OfflineClusters(
            StorySettings settings,
            Function<String, TermTable> tables,
            Function<String, String> language,
            Instant start,
            Consumer<Explanation> explained) {
        this.sketcher = new Sketcher(tables);
        this.decider = new StoryDecider(settings, tables, this::beside);
        this.lines = new ArticleLines(language, start);
        this.explained = explained;
    }

    private void beside(Assignment assignment) {
        if (assignment.follows()) {
            following.add(assignment);
        } else {
            explained.accept(new Explanation(article(assignment), assignment));
        }
    }

    private static String article(Assignment beside) {
        if (beside instanceof Assignment.Split split) {
            return split.articleId();
        }
        return beside instanceof Assignment.Reopened reopened ? reopened.articleId() : "";
    }

    private void follow(Assignment assignment) {
        if (assignment instanceof Assignment.Merged merged) {
            stories.put(merged.member().articleId(), merged.storyId());
            explained.accept(new Explanation(merged.member().articleId(), merged));
        } else if (assignment instanceof Assignment.Divided divided) {
            for (StoryMember member : divided.members()) {
                stories.put(member.articleId(), divided.intoStoryId());
                explained.accept(new Explanation(member.articleId(), divided));
            }
        }
    }

    /**
     * Reads {@code {"id","lang"?,"published"?,"fetched_at"?,"source"?,"url"?,"title"?,"text"?}} a line, writes {@code {"id","story"}} a line in
     * the order ids were first seen.
     *
     * @throws IllegalArgumentException for a line that is no JSON object with an id, naming its number
     */
    public void run(BufferedReader in, Writer out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                add(lines.next(line));
            }
        }
        for (Map.Entry<String, String> entry : stories.entrySet()) {
            ObjectNode result = JSON.createObjectNode();
            result.put("id", entry.getKey()).put("story", entry.getValue());
            out.write(result + "\n");
        }
        out.flush();
    }

    /** Decides on one article at once. */
    public Assignment add(ArticleText article) {
        return add(sketcher.sketch(article));
    }

    Assignment add(Sketch sketch) {
        StoryIndex index = indexes.computeIfAbsent(sketch.language(), l -> new InMemoryStoryIndex());
        Assignment assignment = decider.decide(sketch, index);
        stories.put(sketch.articleId(), assignment.storyId());
        explained.accept(new Explanation(sketch.articleId(), assignment));
        following.forEach(this::follow);
        following.clear();
        return assignment;
    }
}
