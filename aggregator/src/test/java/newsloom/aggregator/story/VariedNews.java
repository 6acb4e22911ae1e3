package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import newsloom.aggregator.story.LabelledNews.Labelled;

/**
 * What a stream has and the labelled files have hardly any of, made from them: reports of a few sentences, articles without a date, two happenings of
 * one kind at a time told by different people, and forms filled in again with other names and figures. The same seed gives the same articles.
 */
final class VariedNews {
    /** Begins what is added to the label, or the id, of an article about another happening. */
    private static final String OTHER = "~";

    private static final double CUT = 0.5;
    private static final int LEAST_WORDS = 25;
    private static final int MOST_WORDS = 85;
    private static final double UNDATED = 0.3;
    private static final double FORMS = 0.15;
    /** Of so many stories half of the articles are told of another happening. */
    private static final double HALVED = 0.5;

    private final Random random;
    private final Renaming renaming;
    private final Map<String, Map<String, String>> others = new HashMap<>();
    private final List<Labelled> varied = new ArrayList<>();

    private VariedNews(List<Labelled> articles, long seed) {
        this.random = new Random(seed);
        this.renaming = new Renaming(articles, random);
    }

    static List<Labelled> of(List<Labelled> articles, long seed) {
        var sizes = new HashMap<String, Integer>();
        articles.forEach(article -> sizes.merge(article.story(), 1, Integer::sum));
        var news = new VariedNews(articles, seed);
        articles.forEach(article -> news.vary(article, sizes.getOrDefault(article.story(), 1)));
        return news.varied;
    }

    /** The label of the story that it was made from. */
    static String origin(String story) {
        int at = story.indexOf(OTHER);
        return at < 0 ? story : story.substring(0, at);
    }

    private void vary(Labelled whole, int sizeOfStory) {
        Labelled article = cut(undated(whole));
        String id = article.article().path("id").asText();
        if (random.nextDouble() < FORMS) {
            varied.add(article);
            ObjectNode form = renaming.renamed(article.article(), renaming.names(article));
            varied.add(new Labelled(form.put("id", id + OTHER), article.story() + OTHER + id));
        } else {
            varied.add(sizeOfStory > 1 ? halved(article) : article);
        }
    }

    private Labelled halved(Labelled article) {
        Map<String, String> names = others.computeIfAbsent(
                article.story(), story -> random.nextDouble() < HALVED ? renaming.namesAndWords(article) : Map.of());
        return names.isEmpty() || random.nextBoolean()
                ? article
                : new Labelled(renaming.renamed(article.article(), names), article.story() + OTHER);
    }

    private Labelled undated(Labelled article) {
        if (random.nextDouble() >= UNDATED) {
            return article;
        }
        ObjectNode undated = article.article().deepCopy();
        undated.remove("published");
        return new Labelled(undated, article.story());
    }

    private Labelled cut(Labelled article) {
        return random.nextDouble() < CUT
                ? new Labelled(cut(article.article(), random.nextInt(LEAST_WORDS, MOST_WORDS)), article.story())
                : article;
    }

    private static JsonNode cut(JsonNode article, int words) {
        String text = article.path("text").asText("");
        int end = 0;
        for (int i = 0; i < words && end >= 0; i++) {
            end = text.indexOf(' ', end + 1);
        }
        ObjectNode cut = article.deepCopy();
        return end < 0 ? cut : cut.put("text", text.substring(0, end));
    }
}
