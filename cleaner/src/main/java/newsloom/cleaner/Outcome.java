package newsloom.cleaner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.Given;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.SupersedeReason;
import org.jspecify.annotations.Nullable;

/** Makes the records of the contract of a decision, and counts them. Not thread-safe. */
final class Outcome {

    private final Consumer<String> count;

    /** @param count adds one to the count of that name */
    Outcome(Consumer<String> count) {
        this.count = count;
    }

    /**
     * The records in the order in which they are to be sent, behind the tombstone of what is {@link #withdrawn}.
     *
     * @param old what was given out of the article whose place this one takes; null where there is none
     */
    List<Decided> of(Article article, Decision decision, @Nullable Given old) {
        if (decision instanceof Decision.Copy copy) {
            return List.of(copy(article, copy));
        }
        Decided given = given(article, decision);
        return old == null || !(decision instanceof Decision.Supersedes supersedes)
                ? List.of(given)
                : List.of(takenBack(old, article, supersedes), given);
    }

    /** The article that is withdrawn by a decision, where there is one. */
    static Optional<String> withdrawn(@Nullable Decision decision, @Nullable Given old) {
        return old != null && decision instanceof Decision.Supersedes supersedes
                ? Optional.of(supersedes.oldId())
                : Optional.empty();
    }

    private Decided given(Article article, Decision decision) {
        count.accept(article.getVersion() == 1 ? "articles" : "updates");
        var sent = Article.newBuilder(article).setGroupId(decision.groupId());
        if (decision instanceof Decision.Supersedes supersedes) {
            sent.setSupersedes(supersedes.oldId())
                    .setSupersedesBecause(
                            SupersedeReason.valueOf(supersedes.cause().name()))
                    .setNearestId(supersedes.oldId())
                    .setReason(supersedes.why());
        } else if (decision instanceof Decision.Original original) {
            sent.setNearestId(original.nearestId()).setReason(original.why());
        }
        return new Decided.Original(sent.build());
    }

    private Decided copy(Article article, Decision.Copy copy) {
        count.accept("duplicates");
        return new Decided.Copy(shares(copy.shares())
                .setId(article.getId())
                .setUrl(article.getUrl())
                .setSite(article.getSite())
                .setTitle(article.getTitle())
                .setDuplicateOf(copy.ofId())
                .setMatchedId(copy.matchedId().equals(copy.ofId()) ? null : copy.matchedId())
                .setGroupId(copy.groupId())
                .setKind(DuplicateKind.valueOf(copy.kind().name()))
                .setReason(copy.why())
                .setLanguage(article.getLanguage())
                .setPublished(article.getPublished())
                .setWordCount(article.getWordCount())
                .setVersion(article.getVersion())
                .setFetchTime(article.getFetchTime())
                .build());
    }

    /** The text that stood for the group leaves the articles and is a duplicate of the new one from now on. */
    private Decided takenBack(Given old, Article fresh, Decision.Supersedes decision) {
        count.accept("superseded");
        return new Decided.Copy(shares(decision.shares().seenFromTheOther())
                .setId(decision.oldId())
                .setUrl(old.url())
                .setSite(old.site())
                .setTitle(old.title())
                .setDuplicateOf(fresh.getId())
                .setGroupId(decision.groupId())
                .setKind(DuplicateKind.SUPERSEDED)
                .setReason("representative changed, " + decision.cause().name().toLowerCase(Locale.ROOT) + ": "
                        + fresh.getId() + " " + decision.why())
                .setLanguage(fresh.getLanguage())
                .setPublished(old.published())
                .setFetchTime(old.fetched())
                .build());
    }

    private static Duplicate.Builder shares(Decision.Shares shares) {
        return Duplicate.newBuilder()
                .setShareInOld(shares.inOld())
                .setShareInNew(shares.inNew())
                .setSharedShingles(shares.shared())
                .setShingles(shares.ofNew())
                .setMatchedShingles(shares.ofOld());
    }
}
