package newsloom.cleaner;

import java.util.List;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.runtime.order.Sequenced;

/** What becomes of an article, or a mark, on its way to the scattered decision. */
sealed interface Spreading {

    /** For a share of the index: a probe in its place in the order, or a mark. Key of the record: the share's number. */
    record Probed(Sequenced record) implements Spreading {}

    /** For the settlement: a call in its place in the order, or a mark. */
    record Called(Sequenced record) implements Spreading {}

    /** For the home of the article. */
    record Housed(Scattered document) implements Spreading {}

    /** The step threw; the bytes are the item. */
    record Failed(byte[] item) implements Spreading {}

    default List<Sequenced> probes() {
        return this instanceof Probed probed ? List.of(probed.record) : List.of();
    }

    default List<Sequenced> calls() {
        return this instanceof Called called ? List.of(called.record) : List.of();
    }

    default List<Scattered> documents() {
        return this instanceof Housed housed ? List.of(housed.document) : List.of();
    }

    default List<byte[]> failures() {
        return this instanceof Failed failed ? List.of(failed.item) : List.of();
    }
}
