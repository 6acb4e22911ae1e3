package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import newsloom.aggregator.story.LabelledNews.Labelled;
import newsloom.aggregator.story.LabelledNews.Pair;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.decide.StoryIds;
import newsloom.aggregator.story.sketch.Lead;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.testing.Agreement;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTables;

/** One file of labelled articles, sketched, and what the decision makes of it. Labels are stories, or pairs that are or are not one. */
final class LabelledStream {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final int PARTS = 1 << 20;
    private static final int BRIEF_CHARS = 300;
    /** Ends the labels of two stories of the same kind in one data set, which are to be told apart and so go into one part. */
    private static final String TWIN = "-ecb(plus)?$";

    /** @param part of all stories, by hash of the label, so that the same story of two files is in the same part */
    record Article(Sketch sketch, String story, int part) {
        long timeMs() {
            return sketch.eventTimeMs();
        }

        private Article at(long timeMs) {
            return new Article(Retold.of(sketch, sketch.articleId(), timeMs, timeMs), story, part);
        }
    }

    private final String name;
    private final List<Article> articles = new ArrayList<>();
    private final List<Pair> pairs;
    private final TermTables tables;

    private LabelledStream(String name, List<Pair> pairs, TermTables tables) {
        this.name = name;
        this.pairs = pairs;
        this.tables = tables;
    }

    static LabelledStream load(String name, TermTables tables) throws IOException {
        return load(name, LabelledNews.articles(name), tables);
    }

    /** What it tells and what might have come beside it: see {@link VariedNews}. */
    static LabelledStream varied(String name, long seed, TermTables tables) throws IOException {
        return load(name, VariedNews.of(LabelledNews.articles(name), seed), tables);
    }

    /** What a feed would tell of it: titles and first sentences. */
    static LabelledStream brief(String name, TermTables tables) throws IOException {
        return load(name, briefs(name), tables);
    }

    /** The same as if several stories at a time were told of one small town: see {@link OneTown}. */
    static LabelledStream oneTown(String name, long seed, TermTables tables) throws IOException {
        return load(name, OneTown.of(briefs(name), seed), tables);
    }

    private static List<Labelled> briefs(String name) throws IOException {
        return LabelledNews.articles(name).stream().map(LabelledStream::brief).toList();
    }

    private static Labelled brief(Labelled whole) {
        ObjectNode brief = whole.article().deepCopy();
        brief.put("text", Lead.of(brief.path("text").asText(""), BRIEF_CHARS));
        return new Labelled(brief, whole.story());
    }

    private static LabelledStream load(String name, List<Labelled> articles, TermTables tables) throws IOException {
        var stream = new LabelledStream(
                name, LabelledNews.PAIR_FILES.contains(name) ? LabelledNews.pairs(name) : List.of(), tables);
        var sketcher = new Sketcher(tables);
        var lines = new ArticleLines(text -> "", NOW);
        var joined = new HashMap<String, String>();
        for (Pair pair : stream.pairs) {
            joined.put(root(joined, pair.a()), root(joined, pair.b()));
        }
        for (Labelled labelled : articles) {
            Sketch sketch = sketcher.sketch(lines.next(labelled.article()));
            String group = stream.isPaired()
                    ? root(joined, sketch.articleId())
                    : VariedNews.origin(labelled.story()).replaceAll(TWIN, "");
            int part = Math.floorMod((int) TermHash.of64("fold" + group), PARTS);
            stream.articles.add(new Article(sketch, labelled.story(), part));
        }
        return stream;
    }

    /**
     * The same stories as they might have come as well: each begins at another time within the span of the file, and its articles
     * change places. For files whose times were made up in the first place; days named in the texts stay as they were resolved.
     */
    LabelledStream shuffled(long seed) {
        var random = new Random(seed);
        var stories = new TreeMap<String, List<Article>>();
        articles.forEach(article -> stories.computeIfAbsent(article.story(), story -> new ArrayList<>())
                .add(article));
        long first = articles.stream().mapToLong(Article::timeMs).min().orElse(0);
        long last = articles.stream().mapToLong(Article::timeMs).max().orElse(0);
        var other = new LabelledStream(name, pairs, tables);
        for (List<Article> story : stories.values()) {
            var times = new ArrayList<Long>(
                    story.stream().map(Article::timeMs).sorted().toList());
            long span = times.get(times.size() - 1) - times.get(0);
            long shift = first - times.get(0) + (long) (random.nextDouble() * (last - first - span));
            Collections.shuffle(times, random);
            for (int i = 0; i < times.size(); i++) {
                other.articles.add(story.get(i).at(times.get(i) + shift));
            }
        }
        other.articles.sort(Comparator.comparingLong(Article::timeMs)
                .thenComparing(article -> article.sketch().articleId()));
        return other;
    }

    private static String root(Map<String, String> joined, String id) {
        String at = id;
        for (String next = joined.get(at); next != null && !next.equals(at); next = joined.get(at)) {
            at = next;
        }
        return at;
    }

    String name() {
        return name;
    }

    boolean isPaired() {
        return !pairs.isEmpty();
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Article> articles(Predicate<Article> which) {
        return articles.stream().filter(which).toList();
    }

    /** Told of each article and the story it went to, and of what went to another one later. */
    interface Placed {
        void at(Article article, long storyId);

        /** All of a story. */
        void merged(long from, long into);

        /** One article of a story that fell apart. */
        default void left(String articleId, long into) {}

        private void told(Assignment following) {
            if (following instanceof Assignment.Merged merged) {
                merged(StoryIds.parse(merged.fromStoryId()), StoryIds.parse(merged.storyId()));
            } else if (following instanceof Assignment.Divided divided) {
                long into = StoryIds.parse(divided.intoStoryId());
                divided.members().forEach(member -> left(member.articleId(), into));
            }
        }
    }

    /** Decides on the articles in their order. */
    void decide(
            JoinModel model,
            StorySettings settings,
            Predicate<Article> which,
            StoryDecider.Watch watch,
            Placed placed) {
        var besides = new ArrayList<Assignment>();
        var decider = new StoryDecider(settings, tables, model, besides::add, watch);
        var indexes = new HashMap<String, StoryIndex>();
        for (Article article : articles(which)) {
            StoryIndex index =
                    indexes.computeIfAbsent(article.sketch().language(), language -> new InMemoryStoryIndex());
            placed.at(
                    article,
                    StoryIds.parse(decider.decide(article.sketch(), index).storyId()));
            besides.forEach(placed::told);
            besides.clear();
        }
    }

    /** Where each article is in the end, by id, in their order. */
    private Map<String, Long> stories(JoinModel model, StorySettings settings, Predicate<Article> which) {
        var stories = new LinkedHashMap<String, Long>();
        decide(model, settings, which, StoryDecider.Watch.NONE, new Placed() {
            @Override
            public void at(Article article, long storyId) {
                stories.put(article.sketch().articleId(), storyId);
            }

            @Override
            public void merged(long from, long into) {
                stories.replaceAll((id, story) -> story == from ? into : story);
            }

            @Override
            public void left(String articleId, long into) {
                stories.put(articleId, into);
            }
        });
        return stories;
    }

    /** How well the stories found agree with the labels of a file of stories. */
    Agreement agreement(JoinModel model, StorySettings settings, Predicate<Article> which) {
        Map<String, Long> found = stories(model, settings, which);
        return Agreement.of(
                articles(which).stream().map(Article::story).toList(),
                found.values().stream().map(String::valueOf).toList());
    }

    /** How well they agree with the labels of a file of pairs; pairs of articles left out are left out. */
    PairAgreement pairAgreement(JoinModel model, StorySettings settings, Predicate<Article> which) {
        var storyOf = new HashMap<String, String>();
        stories(model, settings, which).forEach((id, story) -> storyOf.put(id, String.valueOf(story)));
        return PairAgreement.of(pairs, storyOf);
    }
}
