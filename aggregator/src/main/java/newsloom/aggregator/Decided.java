package newsloom.aggregator;

import java.util.List;
import newsloom.contract.v1.StoryEvent;
import org.jspecify.annotations.Nullable;

/** What the deciding task says. Key of the record: the story id. */
sealed interface Decided {

    /** Something happened to the story: what it changes about its view, if anything, and the event for everybody. */
    record Happened(@Nullable StoryChange change, StoryEvent event) implements Decided {}

    /** The decision threw; the bytes are the item. */
    record Failed(byte[] item) implements Decided {}

    default List<byte[]> changes() {
        return this instanceof Happened happened && happened.change != null
                ? List.of(happened.change.toBytes())
                : List.of();
    }

    /** Of the changes those that concern relations to stories of other languages. */
    default List<byte[]> linkable() {
        return this instanceof Happened happened && happened.change != null && happened.change.concernsRelations()
                ? List.of(happened.change.toBytes())
                : List.of();
    }

    default List<StoryEvent> events() {
        return this instanceof Happened happened ? List.of(happened.event) : List.of();
    }

    default List<byte[]> failures() {
        return this instanceof Failed failed ? List.of(failed.item) : List.of();
    }
}
