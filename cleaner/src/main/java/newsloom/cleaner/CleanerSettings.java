package newsloom.cleaner;

import java.time.Duration;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.runtime.order.ReorderSettings;

/**
 * What the cleaner can be told.
 *
 * @param extraction limits of the extraction
 * @param duplicateMemory how long a text is remembered for finding copies; at least an hour
 * @param versionMemory how long an unseen address is remembered for telling its versions; at least an hour
 * @param reorder how long records are held back to be put in order
 */
public record CleanerSettings(
        ExtractionSettings extraction, Duration duplicateMemory, Duration versionMemory, ReorderSettings reorder) {

    /** 7 days for copies, 30 for versions, for a stream that never ends. */
    public static CleanerSettings defaults() {
        return new CleanerSettings(
                ExtractionSettings.defaults(), Duration.ofDays(7), Duration.ofDays(30), ReorderSettings.live());
    }

    /** The same with another way to order. */
    public CleanerSettings withReorder(ReorderSettings other) {
        return new CleanerSettings(extraction, duplicateMemory, versionMemory, other);
    }
}
