package newsloom.cleaner.dedupe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article that was given out, for the record that takes it back when another text takes its place. Times are exact to the millisecond.
 *
 * @param site mostly a part of the address, and then kept as such
 */
public record Given(
        String url, String site, String title, @Nullable Instant published, Instant fetched) {}
