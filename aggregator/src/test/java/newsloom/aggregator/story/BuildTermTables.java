package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import newsloom.aggregator.story.LabelledNews.Labelled;
import newsloom.aggregator.story.sketch.Marks;
import newsloom.aggregator.story.sketch.NameCounts;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.SparseVector;

/**
 * Counts the shipped term tables: {@code BuildTermTables OUT_FOLDER}. Document frequencies of words, names and marks in the
 * labelled articles. An article weighs one over the articles of its story, so that a table does not learn what the stories
 * of one data set are about.
 */
final class BuildTermTables {
    private static final double PAIR_FILE_WEIGHT = 1;
    private static final double MIN_WORD_FREQUENCY = 1.5;
    private static final double MIN_PAIR_FREQUENCY = 3;

    private final Map<String, Map<Integer, Double>> words = new TreeMap<>();
    private final Map<String, Map<Integer, Double>> pairs = new TreeMap<>();
    private final Map<String, Double> documents = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        var files = new ArrayList<>(LabelledNews.STORY_FILES);
        files.addAll(LabelledNews.PAIR_FILES);
        files.remove("en-dense"); // made of the others
        for (Map.Entry<String, TermTable> table : tables(files).entrySet()) {
            byte[] bytes = table.getValue().toBytes();
            System.out.printf(
                    "%s: %d documents, %d terms, %d bytes%n",
                    table.getKey(),
                    table.getValue().documents(),
                    table.getValue().size(),
                    bytes.length);
            Files.write(Path.of(args[0], table.getKey() + ".terms"), bytes);
        }
    }

    /** Tables by language, counted in these files. */
    static Map<String, TermTable> tables(List<String> files) throws IOException {
        var build = new BuildTermTables();
        for (String file : files) {
            build.count(LabelledNews.articles(file));
        }
        return build.result();
    }

    private void count(List<Labelled> articles) {
        var sizes = new HashMap<String, Integer>();
        articles.forEach(article -> sizes.merge(article.story(), 1, Integer::sum));
        for (Labelled article : articles) {
            boolean labelled = !article.story().isEmpty();
            count(article.article(), labelled ? 1.0 / sizes.getOrDefault(article.story(), 1) : PAIR_FILE_WEIGHT);
        }
    }

    private void count(JsonNode article, double weight) {
        String language = article.path("lang").asText("");
        var tokenizer = new Tokenizer(language);
        List<Token> title = tokenizer.tokens(article.path("title").asText(""));
        List<Token> text = tokenizer.tokens(article.path("text").asText(""));
        Set<Integer> found = new HashSet<>();
        title.forEach(token -> found.add(TermHash.of(token.form())));
        text.forEach(token -> found.add(TermHash.of(token.form())));
        SparseVector names = NameCounts.of(title, text).weights();
        for (int i = 0; i < names.size(); i++) {
            found.add(names.key(i));
        }
        add(words, language, found, weight);
        add(pairs, language, marks(text), weight);
        documents.merge(language, weight, Double::sum);
    }

    /** Every pair of words with up to two words left out between them, which holds the marks whatever grammar words are. */
    private static Set<Integer> marks(List<Token> text) {
        var marks = new HashSet<Integer>();
        for (int i = 0; i < text.size(); i++) {
            for (int j = i + 1; j < Math.min(text.size(), i + 4); j++) {
                if (text.get(i).sentence() == text.get(j).sentence()) {
                    marks.add(Marks.pair(text.get(i), text.get(j)));
                }
            }
        }
        return marks;
    }

    private static void add(
            Map<String, Map<Integer, Double>> counts, String language, Set<Integer> found, double weight) {
        Map<Integer, Double> count = counts.computeIfAbsent(language, l -> new HashMap<>());
        found.forEach(hash -> count.merge(hash, weight, Double::sum));
    }

    private Map<String, TermTable> result() {
        var tables = new TreeMap<String, TermTable>();
        documents.forEach((language, n) -> {
            var kept = new TreeMap<Long, Double>();
            keep(words.getOrDefault(language, Map.of()), MIN_WORD_FREQUENCY, kept);
            keep(pairs.getOrDefault(language, Map.of()), Math.max(MIN_PAIR_FREQUENCY, n / 400), kept);
            tables.put(language, TermTable.of((int) Math.max(1, Math.round(n)), kept));
        });
        return tables;
    }

    private static void keep(Map<Integer, Double> counted, double least, Map<Long, Double> kept) {
        counted.forEach((hash, n) -> {
            if (n >= least) {
                kept.merge(Integer.toUnsignedLong(hash), n, Math::max);
            }
        });
    }
}
