package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import newsloom.aggregator.story.LabelledNews.Labelled;

/**
 * What a stream of local news has and the labelled files have not: several happenings in one small town at a time, whose reports all name it. Made by
 * giving a few stories of a file one invented name in common, in place of the one that most of their own articles have. The same seed gives the same articles.
 */
final class OneTown {
    /** Stories that share a name. */
    private static final int HAPPENINGS = 5;
    /** Reports of each: of what happens in a town hardly anybody else tells. */
    private static final int REPORTS = 3;

    /** Who is named by fewer of a story's articles is not what it is about. */
    private static final double MOST = 0.6;

    private static final int SYLLABLES = 3;
    private static final String CONSONANTS = "bdfgklmnprstv";
    private static final String VOWELS = "aeiou";
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    private OneTown() {}

    static List<Labelled> of(List<Labelled> articles, long seed) {
        Map<String, String> mainNames = mainNames(articles, new Renaming(articles, new Random(seed)));
        var stories = new ArrayList<String>(mainNames.keySet());
        var random = new Random(seed);
        Collections.shuffle(stories, random);
        var places = new HashMap<String, Moved>();
        String town = "";
        for (int i = 0; i < stories.size(); i++) {
            String name = mainNames.getOrDefault(stories.get(i), "");
            town = i % HAPPENINGS == 0 ? invented(random) : town;
            places.put(stories.get(i), new Moved(name, town));
        }
        var moved = new ArrayList<Labelled>();
        var reports = new HashMap<String, Integer>();
        for (Labelled article : articles) {
            Moved place = places.get(article.story());
            if (place != null && reports.merge(article.story(), 1, Integer::sum) <= REPORTS) {
                moved.add(place.moved(article));
            }
        }
        return moved;
    }

    /** So small a town that no table knows it. */
    private static String invented(Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "sk";
    }

    /** The rare name that most articles of a story have, by story; of those that have one. */
    private static Map<String, String> mainNames(List<Labelled> articles, Renaming renaming) {
        var counts = new TreeMap<String, Map<String, Integer>>();
        var sizes = new HashMap<String, Integer>();
        for (Labelled article : articles) {
            sizes.merge(article.story(), 1, Integer::sum);
            Map<String, Integer> names = counts.computeIfAbsent(article.story(), story -> new TreeMap<>());
            renaming.rareNames(article).forEach(name -> names.merge(name, 1, Integer::sum));
        }
        var main = new TreeMap<String, String>();
        counts.forEach((story, names) -> names.entrySet().stream()
                .filter(name -> name.getValue() >= MOST * sizes.getOrDefault(story, 0))
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(name -> main.put(story, name.getKey())));
        return main;
    }

    /** A name and what stands in its place. */
    private record Moved(String from, String to) {
        Labelled moved(Labelled article) {
            ObjectNode moved = article.article().deepCopy();
            for (String field : List.of("title", "text")) {
                moved.put(
                        field,
                        WORD.matcher(moved.path(field).asText(""))
                                .replaceAll(word -> word.group().equals(from) ? to : word.group()));
            }
            return new Labelled(moved, article.story());
        }
    }
}
