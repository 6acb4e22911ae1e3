package newsloom.cleaner;

import java.util.List;
import newsloom.runtime.order.Sequenced;

/** What the site step makes of an article; of an unchanged one, nothing. */
sealed interface SiteOutcome {

    /** A new or changed article, or a mark, on its way to the duplicate decision. */
    record Passed(Sequenced record) implements SiteOutcome {}

    /** The step threw; the bytes are the item. */
    record Failed(byte[] item) implements SiteOutcome {}

    default List<Sequenced> sequenced() {
        return this instanceof Passed passed ? List.of(passed.record) : List.of();
    }

    default List<byte[]> failures() {
        return this instanceof Failed failed ? List.of(failed.item) : List.of();
    }
}
