package newsloom.app.explain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last record of a key.
 *
 * @param value null for a tombstone
 * @param at when it came into the topic
 */
record Found<V>(@Nullable V value, Instant at) {}
