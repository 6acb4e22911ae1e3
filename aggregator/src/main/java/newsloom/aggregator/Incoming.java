package newsloom.aggregator;

import java.util.List;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import org.jspecify.annotations.Nullable;

/** A record of one of the two input topics. */
sealed interface Incoming {

    /** An article, new or changed. */
    record Told(Article article) implements Incoming {}

    /** A copy of an article. */
    record Copied(Duplicate duplicate) implements Incoming {}

    /** A tombstone: the article of the record's key was taken back. */
    record TakenBack() implements Incoming {}

    static Incoming ofArticle(@Nullable Article article) {
        return article == null ? new TakenBack() : new Told(article);
    }

    /** Nothing for an article that a fuller text replaced: the fuller one says so itself. */
    static List<Incoming> ofDuplicate(@Nullable Duplicate duplicate) {
        return duplicate == null || duplicate.getKind() == DuplicateKind.SUPERSEDED
                ? List.of()
                : List.of(new Copied(duplicate));
    }
}
