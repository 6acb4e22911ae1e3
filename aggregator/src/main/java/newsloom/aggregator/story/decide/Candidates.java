package newsloom.aggregator.story.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.Postings;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/**
 * Finds the stories worth a look through the posting lists of an article's weightiest terms and names, and keeps those lists. A
 * story near in event time is preferred, before or after alike, so that an archive read in between new pages finds its own
 * stories; an article or entry without a date is as near as any.
 */
final class Candidates {
    private static final int ASKED_TERMS = 20;
    private static final int ASKED_NAMES = 8;
    private static final int KEPT_TERMS = 16;
    private static final int KEPT_NAMES = 8;
    private static final int MAX_KEYS = 96;
    private static final int MAX_STORIES = 24;
    /** Of 8 815 articles that joined a story of the labelled ones, 10 joined one that was not among the first twelve. */
    private static final int SURE_STORIES = 12;

    private static final double SHARE_OF_BEST = 0.25;
    private static final double NEAR_DAYS = 7;

    private Candidates() {}

    /** At most {@value #MAX_STORIES}, best first; equally good ones by id. Beyond {@value #SURE_STORIES} only what is found by a quarter as much as the best. */
    static List<StoryState> find(Member article, StoryIndex index) {
        int day = day(article);
        var scores = new StoryScores();
        ask(article.views().terms().heaviest(ASKED_TERMS), day, index, scores);
        ask(article.views().names().heaviest(ASKED_NAMES), day, index, scores);
        var stories = new ArrayList<StoryState>();
        for (long id : scores.best(MAX_STORIES, SURE_STORIES, SHARE_OF_BEST)) {
            StoryState story = index.story(id);
            if (story != null) {
                stories.add(story);
            }
        }
        return stories;
    }

    private static void ask(SparseVector terms, int day, StoryIndex index, StoryScores scores) {
        for (int i = 0; i < terms.size(); i++) {
            Postings postings = index.postings(terms.key(i));
            double weight = (double) terms.weight(i) * terms.weight(i);
            for (int j = 0; j < postings.size(); j++) {
                scores.add(postings.story(j), weight * nearness(day, postings.day(j)));
            }
        }
    }

    private static double nearness(int a, int b) {
        return a == Postings.NO_DAY || b == Postings.NO_DAY ? 1 : 1 / (1 + Math.abs(a - (double) b) / NEAR_DAYS);
    }

    /** The keys of a story that takes in the article; new ones only while there is room. */
    static KeySet keys(KeySet present, Member article) {
        IntStream own = IntStream.concat(
                keysOf(article.views().terms().heaviest(KEPT_TERMS)),
                keysOf(article.views().names().heaviest(KEPT_NAMES)));
        int[] fresh = own.filter(key -> !present.contains(key))
                .limit(MAX_KEYS - (long) present.size())
                .toArray();
        return KeySet.of(IntStream.concat(present.stream(), IntStream.of(fresh)).toArray());
    }

    private static IntStream keysOf(SparseVector vector) {
        return IntStream.range(0, vector.size()).map(vector::key);
    }

    /** Enters the story in the lists of those of its keys that are new or that the article has too. */
    static void post(StoryState story, Member article, StoryIndex index) {
        int day = day(article);
        KeySet own = keys(KeySet.EMPTY, article);
        int cut = 0;
        for (int i = 0; i < own.size(); i++) {
            int key = own.key(i);
            Postings postings = index.postings(key);
            if (story.keys().contains(key) && !postings.holds(story.id(), day)) {
                cut += postings.isFull() && !postings.holds(story.id()) ? 1 : 0;
                index.putPostings(key, postings.with(story.id(), day));
            }
        }
        if (cut > 0) {
            index.putTotals(index.totals().losing(Losses.ofPostings(cut)));
        }
    }

    /** Takes the story out of all its lists. */
    static void unpost(StoryState story, StoryIndex index) {
        for (int i = 0; i < story.keys().size(); i++) {
            int key = story.keys().key(i);
            Postings postings = index.postings(key);
            if (postings.holds(story.id())) {
                index.putPostings(key, postings.without(story.id()));
            }
        }
    }

    private static int day(Member article) {
        return article.dateKnown() ? (int) TimeUnit.MILLISECONDS.toDays(article.eventTimeMs()) : Postings.NO_DAY;
    }
}
