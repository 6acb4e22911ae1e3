package newsloom.app.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.contract.v1.RelatedStory;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.WeighedStory;
import org.jspecify.annotations.Nullable;

/** Says of a story what happened to it, event by event, with what was weighed each time. */
final class StoryReport {
    private final StoryHistory history;
    private final List<Fact> facts = new ArrayList<>();

    private StoryReport(StoryHistory history) {
        this.history = history;
    }

    static CopyReport of(StoryHistory history) {
        return new StoryReport(history).report();
    }

    private CopyReport report() {
        Story story = history.story();
        if (history.isAnothers()) {
            fact("asked for", history.askedFor() + ", " + history.because());
        }
        if (story != null) {
            story.getMergedIds().forEach(id -> fact("took in", id));
            story.getRelated().forEach(this::related);
        }
        history.events().forEach(this::event);
        silent();
        String headline = story == null || story.getHeadline().isEmpty() ? "" : ": " + story.getHeadline();
        return new CopyReport("story " + history.id() + headline, verdict(story), facts, "", "", null);
    }

    private static String verdict(@Nullable Story story) {
        if (story == null) {
            return "not there any more: its last article was taken back, or its record is not kept";
        }
        String unlisted = story.getArticles().isEmpty() ? ", none of which is listed: the newest were taken back" : "";
        return String.format(
                Locale.ROOT,
                "%s, %s, %d articles of %d sites, %d reprints, version %d%s",
                story.getStatus().name().toLowerCase(Locale.ROOT),
                story.getLanguage(),
                story.getArticleCount(),
                story.getSourceCount(),
                story.getReprintCount(),
                story.getVersion(),
                unlisted);
    }

    private void related(RelatedStory other) {
        fact(
                "told in " + other.getLanguage(),
                String.format(Locale.ROOT, "%s, agrees by %.2f", other.getId(), other.getScore()));
    }

    private void event(StoryEvent event) {
        var text = new StringBuilder(event.getAt().toString());
        if (!event.getStoryId().equals(history.id())) {
            text.append(", story ").append(event.getStoryId());
        }
        if (event.getArticleId() != null) {
            text.append(", article ").append(named(event.getArticleId()));
        }
        if (event.getOtherStoryId() != null) {
            text.append(", other story ").append(event.getOtherStoryId());
        }
        fact(event.getType().name().toLowerCase(Locale.ROOT), text.toString());
        boolean compared =
                event.getOtherStoryId() != null || !event.getWeighed().isEmpty();
        fact("  why", event.getReason() + (compared ? score(event.getScore(), event.getThreshold()) : ""));
        event.getWeighed().forEach(this::weighed);
    }

    private void weighed(WeighedStory other) {
        boolean own = other.getStoryId().equals(history.id());
        fact(
                own ? "  beside this story" : "  beside " + other.getStoryId(),
                String.format(
                        Locale.ROOT,
                        "%d articles, alike %.2f%s: %s",
                        other.getArticles(),
                        other.getLikeness(),
                        other.getThreshold() == null
                                ? String.format(Locale.ROOT, ", score %.2f, vetoed", other.getScore())
                                : score(other.getScore(), other.getThreshold()),
                        other.getReason()));
    }

    private static String score(@Nullable Double score, @Nullable Double threshold) {
        if (score == null) {
            return "";
        }
        String asked = threshold == null || threshold.isInfinite()
                ? ""
                : String.format(Locale.ROOT, " of %.2f asked", threshold);
        return String.format(Locale.ROOT, ", score %.2f%s", score, asked);
    }

    /** Articles whose events are not kept any more, or that are too many for the record. */
    private void silent() {
        Set<String> told = new HashSet<>();
        history.events().forEach(event -> told.add(String.valueOf(event.getArticleId())));
        Story story = history.story();
        List<StoryArticle> listed = story == null ? List.of() : story.getArticles();
        listed.stream()
                .map(StoryArticle::getId)
                .filter(id -> !told.contains(id))
                .sorted()
                .forEach(id -> fact("article", named(id) + ": its events are not kept any more"));
    }

    private String named(String articleId) {
        String headline = history.headlines().get(articleId);
        return headline == null ? articleId : articleId + " " + headline;
    }

    private void fact(String name, String value) {
        facts.add(new Fact(name, value));
    }
}
