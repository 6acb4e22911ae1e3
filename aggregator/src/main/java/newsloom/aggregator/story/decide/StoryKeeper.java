package newsloom.aggregator.story.decide;

import java.time.Duration;
import java.util.function.Consumer;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Closed;
import newsloom.aggregator.story.state.ArticlePlace;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.aggregator.story.state.StreamTotals;

/**
 * Lays stories to rest and forgets, a little with every few records, by stream time: the highest fetch time so far. A story counts as touched
 * at the stream time of what it took in last, whatever the times of that say, so a page of a year-old archive among new ones is as
 * fresh as they are.
 */
final class StoryKeeper {
    /** A look at what is oldest costs more than most of the rest of a decision. */
    private static final int EVERY = 64;

    private static final int AT_ONCE = 4 * EVERY;
    private static final long LONG_PAUSE_MS = Duration.ofHours(1).toMillis();

    private final StorySettings settings;
    private final Consumer<Assignment> told;

    StoryKeeper(StorySettings settings, Consumer<Assignment> told) {
        this.settings = settings;
        this.told = told;
    }

    /** Moves the stream on. */
    void tick(long fetchMs, StoryIndex index) {
        StreamTotals before = index.totals();
        index.putTotals(before.at(fetchMs));
        long now = index.totals().streamMs();
        boolean longPause = before.streamMs() < now - LONG_PAUSE_MS;
        if (longPause || before.ticks() % EVERY == 0) {
            tidy(now, index);
        }
    }

    private void tidy(long now, StoryIndex index) {
        long forgotten = now - settings.retention().toMillis();
        index.oldestArticles(forgotten, 2 * AT_ONCE).forEach(articleId -> forget(articleId, forgotten, index));
        forgetTooMany(index);
        index.oldestMerged(now - settings.aliases().toMillis(), AT_ONCE).forEach(index::removeMerged);
        rest(now - settings.rest().toMillis(), index);
        close(true, forgotten, index);
        close(false, forgotten, index);
    }

    /** An article of a story that goes on may still be corrected or taken back: it is noted anew. */
    private static void forget(String articleId, long forgotten, StoryIndex index) {
        ArticlePlace place = index.place(articleId);
        StoryState story = place == null ? null : index.story(place.story());
        if (place != null && !place.gone() && story != null && story.touchedMs() >= forgotten) {
            index.putArticle(articleId, place.noted(story.touchedMs()));
        } else {
            index.removeArticle(articleId);
        }
    }

    private void forgetTooMany(StoryIndex index) {
        long tooMany = Math.min(2 * AT_ONCE, index.totals().articles() - settings.maxArticles());
        if (tooMany > 0) {
            index.oldestArticles(Long.MAX_VALUE, (int) tooMany).forEach(articleId -> {
                index.removeArticle(articleId);
                index.putTotals(index.totals().losing(Losses.ARTICLE));
            });
        }
    }

    private void rest(long limit, StoryIndex index) {
        for (long storyId : index.oldestStories(false, limit, AT_ONCE)) {
            StoryState story = index.story(storyId);
            if (story != null) {
                StoryRest.lay(story, "nothing came for " + settings.rest().toDays() + " days", index, told);
            }
        }
    }

    private void close(boolean resting, long limit, StoryIndex index) {
        for (long storyId : index.oldestStories(resting, tooMany(index) ? Long.MAX_VALUE : limit, AT_ONCE)) {
            StoryState story = index.story(storyId);
            if (story != null && (story.touchedMs() < limit || tooMany(index))) {
                close(story, index);
            }
        }
    }

    private void close(StoryState story, StoryIndex index) {
        boolean tooMany = tooMany(index);
        drop(story, index);
        index.putTotals(index.totals().losing(tooMany ? Losses.EVICTED : Losses.EXPIRED));
        told.accept(new Closed(
                StoryIds.text(story.id()),
                tooMany
                        ? "more than " + settings.maxStories() + " stories, and nothing came for longest"
                        : "nothing came for " + settings.retention().toDays() + " days"));
    }

    private boolean tooMany(StoryIndex index) {
        return index.totals().stories() > settings.maxStories();
    }

    /** Takes a story out of the index and of the count of stories. */
    void drop(StoryState story, StoryIndex index) {
        Candidates.unpost(story, index);
        index.removeStory(story);
        index.putTotals(index.totals().withStories(-1));
    }
}
