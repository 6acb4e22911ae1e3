package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import newsloom.aggregator.story.BoostedTrees.Choice;
import newsloom.aggregator.story.LabelledNews.Pair;
import newsloom.aggregator.story.LabelledStream.Article;
import newsloom.aggregator.story.compare.Comparison;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.state.Member;

/**
 * What a model could have learned while it decided: the stories each article was offered, and which was right. A story is right
 * when most of its articles are of the article's own label; of several, the one that holds most of them, for its size. So the
 * model is taught in the states it brings about itself (Ross, Gordon and Bagnell 2011, "A Reduction of Imitation Learning").
 */
final class Lessons implements LabelledStream.Placed {
    private static final int OFFERED = 5;
    /** What the first article of a story counts for, beside 1 for the others: it takes all of its story with it when it joins another one. */
    private static final double FIRST = 2;
    /** The same for each article that follows it. */
    private static final double FOLLOWER = 0.7;

    private static final double FILE_WEIGHT = 1000;
    private static final double PAIR_FILE_WEIGHT = 1200;

    /** A model taught where stories fall apart did a little better on stories and worse on pairs. */
    private static final StorySettings WITHOUT_SPLITS = News.settings(
            Double.NEGATIVE_INFINITY, StorySettings.DEFAULT.maxArticles(), StorySettings.DEFAULT.maxStories());

    private final LabelledStream stream;
    private final List<Article> articles;
    private final Map<Long, Map<String, Integer>> labels = new HashMap<>();
    private final Map<String, Map<String, Boolean>> partners = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private int next;

    private Lessons(LabelledStream stream, Predicate<Article> which) {
        this.stream = stream;
        this.articles = stream.articles(which);
        articles.forEach(article -> sizes.merge(article.story(), 1, Integer::sum));
        for (Pair pair : stream.pairs()) {
            partners.computeIfAbsent(pair.a(), id -> new HashMap<>()).put(pair.b(), pair.same());
            partners.computeIfAbsent(pair.b(), id -> new HashMap<>()).put(pair.a(), pair.same());
        }
    }

    /** Every file of stories weighs the same, a file of pairs a little more: of most of its articles nothing is known. */
    static List<Choice> of(LabelledStream stream, JoinModel model, Predicate<Article> which) {
        var lessons = new Lessons(stream, which);
        stream.decide(model, WITHOUT_SPLITS, which, lessons::weighed, lessons);
        double all = lessons.choices.stream().mapToDouble(Choice::weight).sum();
        double weight = (stream.isPaired() ? PAIR_FILE_WEIGHT : FILE_WEIGHT) / Math.max(1, all);
        return times(lessons.choices, weight);
    }

    /** The same choices, each counting for so many times more. */
    static List<Choice> times(List<Choice> choices, double weight) {
        return choices.stream()
                .map(choice -> new Choice(choice.traits(), choice.right(), choice.weight() * weight))
                .toList();
    }

    @Override
    public void at(Article article, long storyId) {
        String label = stream.isPaired() ? article.sketch().articleId() : article.story();
        labels.computeIfAbsent(storyId, id -> new HashMap<>()).merge(label, 1, Integer::sum);
        begun.add(label);
        next++;
    }

    @Override
    public void merged(long from, long into) {
        Map<String, Integer> gone = labels.getOrDefault(from, Map.of());
        labels.remove(from);
        Map<String, Integer> grown = labels.computeIfAbsent(into, id -> new HashMap<>());
        gone.forEach((label, n) -> grown.merge(label, n, Integer::sum));
    }

    private void weighed(Member member, List<Verdict> verdicts) {
        List<Comparison> judged = verdicts.stream()
                .map(Verdict::comparison)
                .filter(comparison -> !comparison.series())
                .toList();
        if (stream.isPaired()) {
            known(partners.getOrDefault(member.articleId(), Map.of()), judged);
        } else {
            offered(articles.get(next).story(), judged);
        }
    }

    private void offered(String label, List<Comparison> judged) {
        var traits = new ArrayList<float[]>();
        int right = -1;
        double most = 0;
        for (int i = 0; i < judged.size(); i++) {
            Map<String, Integer> inside = inside(judged.get(i));
            double same = inside.getOrDefault(label, 0);
            double all = inside.values().stream().mapToInt(Integer::intValue).sum();
            boolean mostlySame = 2 * same > all;
            if (mostlySame && same * same / all > most) {
                most = same * same / all;
                right = traits.size();
            }
            if (mostlySame || i < OFFERED) {
                traits.add(judged.get(i).traits());
            }
        }
        if (!traits.isEmpty()) {
            choices.add(new Choice(traits, right, weight(label)));
        }
    }

    private double weight(String label) {
        return begun.contains(label) ? 1 : FIRST + FOLLOWER * (sizes.getOrDefault(label, 1) - 1);
    }

    /** Of pairs only stories with a partner teach anything: together where all partners in it are the same. */
    private void known(Map<String, Boolean> others, List<Comparison> judged) {
        for (Comparison comparison : judged) {
            List<Boolean> told = inside(comparison).keySet().stream()
                    .filter(others::containsKey)
                    .map(id -> others.getOrDefault(id, false))
                    .toList();
            if (!told.isEmpty()) {
                choices.add(new Choice(List.of(comparison.traits()), told.contains(false) ? -1 : 0, 1));
            }
        }
    }

    private Map<String, Integer> inside(Comparison comparison) {
        return labels.getOrDefault(comparison.story().id(), Map.of());
    }
}
