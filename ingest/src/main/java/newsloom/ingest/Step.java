package newsloom.ingest;

import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.Unread;
import newsloom.ingest.position.Position;
import org.jspecify.annotations.Nullable;

/** One thing that happens while the sources are read, with the position that holds once it is dealt with. */
sealed interface Step {

    /** A page to send. */
    record PageRead(String source, PageRecords.Made page, Position after) implements Step {}

    /** Something that gave no page; without a position where the next run has to try again. */
    record NotRead(String source, Unread unread, @Nullable Position after) implements Step {}

    /** A source is at its end, or was only touched since it was sent. */
    record Ended(String source, Position after) implements Step {}

    /** What was sent of a source before; nothing is to be done for it. */
    record SentBefore(String source, Position position) implements Step {}

    /** A source is not what it was when it was sent: all of it comes again. */
    record Changed(String source) implements Step {}
}
