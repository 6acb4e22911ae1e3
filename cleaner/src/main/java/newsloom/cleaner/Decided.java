package newsloom.cleaner;

import java.util.List;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import org.jspecify.annotations.Nullable;

/** What the duplicate decision makes of an article. */
sealed interface Decided {

    /** No copy. Key of the record: the article id. */
    record Original(Article article) implements Decided {}

    /** An article given out before whose place another text takes. Key of the record: its id. */
    record Withdrawn(String id) implements Decided {}

    /** A copy. Key of the record: the id of the copy. */
    record Copy(Duplicate duplicate) implements Decided {}

    /** The decision threw; the bytes are the item. */
    record Failed(byte[] item) implements Decided {}

    /** A value for the compacted topic of articles; null is a tombstone. */
    record ArticleOrTombstone(@Nullable Article article) {}

    /** Key of the record. */
    default String id() {
        if (this instanceof Original original) {
            return original.article.getId();
        } else if (this instanceof Copy copy) {
            return copy.duplicate.getId();
        } else if (this instanceof Withdrawn withdrawn) {
            return withdrawn.id;
        }
        throw new IllegalStateException("a failure has no article");
    }

    default List<ArticleOrTombstone> articles() {
        if (this instanceof Original original) {
            return List.of(new ArticleOrTombstone(original.article));
        }
        return this instanceof Withdrawn ? List.of(new ArticleOrTombstone(null)) : List.of();
    }

    default List<Duplicate> duplicates() {
        return this instanceof Copy copy ? List.of(copy.duplicate) : List.of();
    }

    default List<byte[]> failures() {
        return this instanceof Failed failed ? List.of(failed.item) : List.of();
    }
}
