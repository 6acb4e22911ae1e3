package newsloom.runtime.order;

import java.nio.charset.StandardCharsets;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.streams.DeadLetter;
import org.apache.kafka.common.header.Headers;

/** The headers of a dead letter that is an item on which a decision failed. */
public final class ItemLetter {

    /** Items wait for their turn, so what is being read when one is decided on is another record: its own offset is not known any more. */
    private static final long UNKNOWN_OFFSET = -1;

    private ItemLetter() {}

    /**
     * The headers of the item, why it failed, and which record it was made from.
     *
     * @param topic that it goes to when it is sent back
     * @param partition of that topic
     */
    public static Headers headers(Item item, Throwable error, String topic, int partition) {
        String origin = item.origin().input() + "@" + item.origin().offset();
        return DeadLetter.headers(item.headers(), error, topic, partition, UNKNOWN_OFFSET)
                .add(DeadLetter.ORIGIN, origin.getBytes(StandardCharsets.UTF_8));
    }
}
