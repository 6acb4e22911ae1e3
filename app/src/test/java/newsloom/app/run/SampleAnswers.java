package newsloom.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The known answer of the samples, {@code samples/expected.json}, against what a run gave. */
final class SampleAnswers {

    private static final Map<String, String> REASONS =
            Map.of("index", "INDEX", "error", "ERROR", "consent", "CONSENT", "short", "TOO_SHORT");

    private final JsonNode expected;
    private final Map<String, JsonNode> articles;
    private final Map<String, JsonNode> duplicates;
    private final Map<String, JsonNode> rejects;
    private final Map<String, String> storyOfUrl = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private SampleAnswers(Path samples, Path output) throws IOException {
        this.expected = new ObjectMapper().readTree(Files.readString(samples.resolve("expected.json")));
        this.articles = byUrl(output, "news.articles.v1");
        this.duplicates = byUrl(output, "news.duplicates.v1");
        this.rejects = byUrl(output, "news.rejects.v1");
        for (JsonNode story : TopicLines.values(output, "news.stories.v1")) {
            story.get("articles")
                    .forEach(article -> storyOfUrl.put(
                            article.get("url").asText(), story.get("id").asText()));
        }
    }

    /** What differs from the known answer, a line each; empty when nothing does. */
    static List<String> mistakes(Path samples, Path output) throws IOException {
        var answers = new SampleAnswers(samples, output);
        answers.expected.get("pages").forEach(answers::check);
        answers.checkStories();
        return answers.mistakes;
    }

    private static Map<String, JsonNode> byUrl(Path output, String topic) throws IOException {
        var byUrl = new HashMap<String, JsonNode>();
        for (JsonNode value : TopicLines.values(output, topic)) {
            byUrl.put(value.get("url").asText(), value);
        }
        return byUrl;
    }

    private void check(JsonNode page) {
        String file = page.get("file").asText();
        String url = page.get("url").asText();
        switch (page.get("outcome").asText()) {
            case "article", "update" -> checkArticle(file, page, articles.get(url));
            case "duplicate" -> {
                if (!duplicates.containsKey(url) && !page.has("also_accepted")) {
                    mistakes.add(file + ": no duplicate");
                }
            }
            case "reject" -> {
                String found = rejects.containsKey(url)
                        ? rejects.get(url).get("reason").asText()
                        : "none";
                String wanted = REASONS.get(page.get("reason").asText());
                if (!found.equals(wanted)) {
                    mistakes.add(file + ": reject reason " + found + ", expected " + wanted);
                }
            }
            default -> {
                if (duplicates.containsKey(url) || rejects.containsKey(url)) {
                    mistakes.add(file + ": an unchanged page was sent on");
                }
            }
        }
    }

    private void checkArticle(String file, JsonNode page, @Nullable JsonNode article) {
        if (article == null) {
            mistakes.add(file + ": no article");
            return;
        }
        differ(file, "title", page.path("title").asText(), article.get("title").asText());
        differ(
                file,
                "language",
                page.path("language").asText(),
                article.get("language").asText());
        String published = article.get("published").asText();
        differ(file, "day", page.path("published").asText(), published.substring(0, Math.min(10, published.length())));
        String text = plain(article.get("text").asText());
        page.path("must_contain").forEach(phrase -> {
            if (!text.contains(plain(phrase.asText()))) {
                mistakes.add(file + ": lost: " + phrase.asText());
            }
        });
        page.path("must_not_contain").forEach(phrase -> {
            if (text.contains(plain(phrase.asText()))) {
                mistakes.add(file + ": left in: " + phrase.asText());
            }
        });
    }

    private void differ(String file, String what, String wanted, String found) {
        if (!wanted.isEmpty() && !plain(wanted).equals(plain(found))) {
            mistakes.add(file + ": " + what + " is " + found + ", expected " + wanted);
        }
    }

    private void checkStories() {
        var labelsOfStory = new HashMap<String, Set<String>>();
        expected.get("stories").properties().forEach(story -> {
            var found = new TreeSet<String>();
            story.getValue().forEach(url -> found.add(storyOfUrl.getOrDefault(url.asText(), "none")));
            if (found.size() != 1) {
                mistakes.add("story " + story.getKey() + " is in pieces: " + found);
            }
            found.forEach(id ->
                    labelsOfStory.computeIfAbsent(id, key -> new TreeSet<>()).add(story.getKey()));
        });
        labelsOfStory.forEach((id, labels) -> {
            if (labels.size() > 1) {
                mistakes.add("one story holds " + labels);
            }
        });
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
