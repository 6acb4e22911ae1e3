package newsloom.cleaner;

import java.util.List;
import newsloom.contract.v1.Reject;
import newsloom.runtime.order.Sequenced;

/** What the first step makes of a page. */
sealed interface Extracted {

    /** No article. Key of the record: the URL key. */
    record Rejected(Reject reject) implements Extracted {}

    /** An article, or a mark. Key of the record: the site. */
    record Sent(Sequenced record) implements Extracted {}

    default List<Reject> rejects() {
        return this instanceof Rejected rejected ? List.of(rejected.reject) : List.of();
    }

    default List<Sequenced> sequenced() {
        return this instanceof Sent sent ? List.of(sent.record) : List.of();
    }
}
