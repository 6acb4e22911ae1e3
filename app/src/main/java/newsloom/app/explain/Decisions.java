package newsloom.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.cleaner.dedupe.Comparison;
import newsloom.contract.Topics;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.Reject;
import org.jspecify.annotations.Nullable;

/** Puts together what the topics say about one article. */
final class Decisions {
    private final PublicTopics topics;

    Decisions(PublicTopics topics) {
        this.topics = topics;
    }

    /** Whether an id of which no article is known is a story's. */
    boolean isStory(String id) {
        return topics.last(Topics.STORIES, id).isPresent()
                || !topics.all(Topics.STORY_EVENTS, id).isEmpty();
    }

    /** @param url where the id was made of an address; a page without an article has no other name */
    Optional<CopyReport> of(String id, @Nullable String url) {
        var article = topics.last(Topics.ARTICLES, id).filter(found -> found.value() != null);
        var copy = topics.last(Topics.DUPLICATES, id);
        boolean articleIsLater = article.isPresent()
                && (copy.isEmpty() || !article.get().at().isBefore(copy.get().at()));
        if (articleIsLater) {
            return article.map(Found::value).map(this::article);
        }
        if (copy.isPresent()) {
            return copy.map(Found::value).map(this::copy);
        }
        return url == null
                ? Optional.empty()
                : topics.last(Topics.REJECTS, UrlKey.of(url)).map(Found::value).map(Decisions::reject);
    }

    private CopyReport copy(Duplicate copy) {
        var otherId = copy.getMatchedId() == null ? copy.getDuplicateOf() : copy.getMatchedId();
        var here = topics.extracted(copy.getUrl(), copy.getFetchTime());
        var there = text(otherId);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("headline", copy.getTitle()));
        facts.add(new Fact("address", copy.getUrl()));
        facts.add(new Fact("fetched", copy.getFetchTime().toString()));
        facts.add(new Fact("copies", copy.getDuplicateOf()));
        facts.add(new Fact("group", copy.getGroupId()));
        facts.add(new Fact("compared with", otherId));
        there.ifPresent(other -> facts.add(new Fact("which is", other.getTitle() + " (" + other.getUrl() + ")")));
        facts.add(new Fact("why", copy.getReason()));
        var shares = Figures.shares(
                copy.getSharedShingles(),
                copy.getShingles(),
                copy.getMatchedShingles(),
                copy.getShareInOld(),
                copy.getShareInNew());
        facts.add(new Fact("3-grams when decided", shares.value()));
        story(copy.getId()).ifPresent(facts::add);
        return report(
                "%s is a copy of %s".formatted(copy.getId(), copy.getDuplicateOf()),
                "duplicate, " + copy.getKind().name().toLowerCase(Locale.ROOT),
                facts,
                here,
                there);
    }

    private CopyReport article(Article article) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("headline", article.getTitle()));
        facts.add(new Fact("address", article.getUrl()));
        facts.add(new Fact("fetched", article.getFetchTime().toString()));
        facts.add(new Fact(
                "version", article.getVersion() + (article.getChange() == null ? "" : ", " + change(article))));
        if (article.getGroupId() != null) {
            facts.add(new Fact("group", article.getGroupId()));
        }
        if (article.getSupersedes() != null) {
            facts.add(new Fact("took the place of", article.getSupersedes() + ", " + article.getSupersedesBecause()));
        }
        facts.add(new Fact("why", article.getReason()));
        story(article.getId()).ifPresent(facts::add);
        article.getRemoved().forEach(block -> facts.add(new Fact("said all over the site", block)));
        var nearest = article.getNearestId() == null ? Optional.<Article>empty() : text(article.getNearestId());
        nearest.ifPresent(other -> facts.add(new Fact("nearest", other.getTitle() + " (" + other.getUrl() + ")")));
        return report(article.getId() + " is an article", "no copy", facts, Optional.of(article), nearest);
    }

    private Optional<Fact> story(String articleId) {
        return StoryOfArticle.of(articleId, topics)
                .map(place -> new Fact(
                        "story",
                        place.storyId() + ": this is " + place.as() + "; see newsloom explain story "
                                + place.storyId()));
    }

    private static String change(Article article) {
        return article.getChange().name().toLowerCase(Locale.ROOT) + " since " + article.getPreviousHash();
    }

    private static CopyReport reject(Reject reject) {
        var facts = List.of(
                new Fact("reason", reject.getReason().name()),
                new Fact("detail", reject.getDetail() == null ? "" : reject.getDetail()));
        return new CopyReport(reject.getUrl(), "no article", facts, "", "", null);
    }

    /** The text of an article, or of a copy as its page has it. */
    private Optional<Article> text(String id) {
        var article = topics.last(Topics.ARTICLES, id).map(Found::value);
        return article.isPresent()
                ? article
                : topics.last(Topics.DUPLICATES, id)
                        .map(Found::value)
                        .flatMap(copy -> topics.extracted(copy.getUrl(), copy.getFetchTime()));
    }

    private static CopyReport report(
            String title, String verdict, List<Fact> facts, Optional<Article> here, Optional<Article> there) {
        if (here.isEmpty() || there.isEmpty()) {
            if (there.isPresent() || verdict.startsWith("duplicate")) {
                facts.add(new Fact("texts", "not kept any more"));
            }
            return new CopyReport(title, verdict, facts, "", "", null);
        }
        var comparison = Comparison.of(here.get().getText(), there.get().getText());
        facts.addAll(Figures.of(comparison));
        return new CopyReport(title, verdict, facts, heading(here.get()), heading(there.get()), comparison);
    }

    private static String heading(Article article) {
        return article.getId() + " " + article.getSite() + " " + article.getFetchTime();
    }
}
