package newsloom.cleaner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsloom.cleaner.site.VersionDecision;
import newsloom.cleaner.site.VersionRecord;
import newsloom.cleaner.site.Versions;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The versions of articles in a Kafka Streams store: article id → {@link VersionRecord}, forgotten when not fetched for a time. Not thread-safe. */
final class VersionStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final long memoryMs;
    private final Sweep sweep;

    VersionStore(KeyValueStore<Bytes, byte[]> store, Duration memory) {
        this.store = store;
        this.memoryMs = memory.toMillis();
        this.sweep = new Sweep(store);
    }

    /** Tells which version of the article this content is, and keeps it. */
    VersionDecision next(String id, String title, List<String> paragraphs, Instant fetch) {
        Bytes key = Bytes.wrap(id.getBytes(StandardCharsets.UTF_8));
        VersionDecision decision = Versions.next(known(key, fetch), title, paragraphs, fetch);
        store.put(key, decision.toKeep().toBytes());
        return decision;
    }

    /** Whether another article is known by that id than the one with these paragraphs. */
    boolean hasAnother(String id, List<String> paragraphs, Instant fetch) {
        VersionRecord known = known(Bytes.wrap(id.getBytes(StandardCharsets.UTF_8)), fetch);
        return known != null && Versions.isAnotherArticle(known, paragraphs);
    }

    /** Drops a few of the forgotten. */
    void sweep(Instant now) {
        sweep.forgotten((key, value) -> isForgotten(VersionRecord.of(value), now))
                .forEach(store::delete);
    }

    private @Nullable VersionRecord known(Bytes key, Instant fetch) {
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return null;
        }
        VersionRecord known = VersionRecord.of(bytes);
        return isForgotten(known, fetch) ? null : known;
    }

    private boolean isForgotten(VersionRecord known, Instant now) {
        return now.toEpochMilli() - known.fetchMs() > memoryMs;
    }
}
