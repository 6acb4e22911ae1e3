package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import newsloom.aggregator.story.LabelledNews.Labelled;
import newsloom.aggregator.story.sketch.NameCounts;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * Gives a story's articles other people, places and figures, drawn from the other stories of the file, the same ones throughout: another
 * happening of the kind. The same seed gives the same names. Not thread-safe.
 */
final class Renaming {
    /** Names that more than this share of all stories have are common to happenings of a kind, too: a country, a league. */
    private static final double COMMON = 0.03;

    private static final int FEWEST_COMMON = 3;
    /** A word that more stories use tells the kind of a happening, not the one. */
    private static final int SPECIFIC = 2;

    private static final double CHANGED = 0.9;
    private static final int DONORS = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d{2,}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private final Random random;
    private final Map<String, CalendarWords> calendars = new HashMap<>();
    private final Map<String, Set<String>> namesOf = new TreeMap<>();
    private final Map<String, Set<String>> wordsOf = new TreeMap<>();
    private final Map<String, List<String>> namesIn = new HashMap<>();

    Renaming(List<Labelled> articles, Random random) {
        this.random = random;
        for (Labelled article : articles) {
            String story = article.story();
            namesOf.computeIfAbsent(story, s -> new TreeSet<>()).addAll(names(article.article()));
            wordsOf.computeIfAbsent(story, s -> new TreeSet<>()).addAll(words(article.article()));
        }
        keepRare(namesOf, Math.max(FEWEST_COMMON, COMMON * namesOf.size()));
        keepRare(wordsOf, SPECIFIC);
        namesOf.forEach((story, names) -> wordsOf.getOrDefault(story, Set.of()).removeAll(names));
        for (Labelled article : articles) {
            Set<String> rare = namesOf.getOrDefault(article.story(), Set.of());
            List<String> pool = namesIn.computeIfAbsent(language(article.article()), language -> new ArrayList<>());
            names(article.article()).stream().filter(rare::contains).forEach(pool::add);
        }
    }

    private static void keepRare(Map<String, Set<String>> found, double most) {
        var stories = new HashMap<String, Integer>();
        found.values().forEach(words -> words.forEach(word -> stories.merge(word, 1, Integer::sum)));
        found.values().forEach(words -> words.removeIf(word -> stories.getOrDefault(word, 0) > most));
    }

    /** The names of an article that few other stories have. */
    Set<String> rareNames(Labelled article) {
        Set<String> rare = names(article.article());
        rare.retainAll(namesOf.getOrDefault(article.story(), Set.of()));
        return rare;
    }

    /** Other names for those of the article's story. */
    Map<String, String> names(Labelled article) {
        var others = new HashMap<String, String>();
        List<String> pool = namesIn.getOrDefault(language(article.article()), List.of());
        for (String name : namesOf.getOrDefault(article.story(), Set.of())) {
            if (random.nextDouble() < CHANGED) {
                others.put(name, pool.get(random.nextInt(pool.size())));
            }
        }
        return others;
    }

    /** And other words for those that hardly any other story uses. */
    Map<String, String> namesAndWords(Labelled article) {
        Map<String, String> others = names(article);
        var donated = new ArrayList<String>();
        wordsOf.values().stream()
                .skip(random.nextInt(wordsOf.size()))
                .limit(DONORS)
                .forEach(donated::addAll);
        if (!donated.isEmpty()) {
            wordsOf.getOrDefault(article.story(), Set.of())
                    .forEach(word -> others.put(word, donated.get(random.nextInt(donated.size()))));
        }
        return others;
    }

    /** @param others by what they stand for; figures are added as they come up */
    ObjectNode renamed(JsonNode article, Map<String, String> others) {
        ObjectNode renamed = article.deepCopy();
        for (String field : List.of("title", "text")) {
            renamed.put(field, WORD.matcher(article.path(field).asText("")).replaceAll(match -> other(match, others)));
        }
        return renamed;
    }

    private String other(MatchResult match, Map<String, String> others) {
        String word = match.group();
        boolean figure =
                Character.isDigit(word.charAt(0)) && !YEAR.matcher(word).matches();
        return figure ? others.computeIfAbsent(word, this::otherFigure) : others.getOrDefault(word, word);
    }

    /** Of as many digits. */
    private String otherFigure(String figure) {
        return String.valueOf((long) (Math.pow(10, figure.length() - 1) * (1 + 9 * random.nextDouble())));
    }

    private static String language(JsonNode article) {
        return article.path("lang").asText("");
    }

    /** Capitalised words that do not merely open a sentence; of the title where there is hardly any text. */
    private Set<String> names(JsonNode article) {
        var tokenizer = new Tokenizer(language(article));
        CalendarWords calendar = calendars.computeIfAbsent(language(article), CalendarWords::new);
        List<Token> text = tokenizer.tokens(article.path("text").asText(""));
        var names = new TreeSet<String>();
        for (Token token : NameCounts.isTitleOnly(text.size())
                ? tokenizer.tokens(article.path("title").asText(""))
                : text) {
            if (token.capital() && !token.opening() && isWord(token) && !calendar.contains(token)) {
                names.add(token.surface());
            }
        }
        return names;
    }

    private static Set<String> words(JsonNode article) {
        String all =
                article.path("title").asText("") + "\n" + article.path("text").asText("");
        var words = new HashSet<String>();
        for (Token token : new Tokenizer(language(article)).tokens(all)) {
            if (isWord(token)) {
                words.add(token.surface());
            }
        }
        return words;
    }

    private static boolean isWord(Token token) {
        return token.surface().codePoints().allMatch(Character::isLetter);
    }
}
