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
 * @param dedupePartitions tasks that the search for copies is spread over; 1 for one task that does all of it
 */
public record CleanerSettings(
        ExtractionSettings extraction,
        Duration duplicateMemory,
        Duration versionMemory,
        ReorderSettings reorder,
        int dedupePartitions) {

    public CleanerSettings {
        if (dedupePartitions < 1) {
            throw new IllegalArgumentException("copies are looked for in 1 task or more, not " + dedupePartitions);
        }
    }

    /** 7 days for copies, 30 for versions, for a stream that never ends. */
    public static CleanerSettings defaults() {
        return new CleanerSettings(
                ExtractionSettings.defaults(), Duration.ofDays(7), Duration.ofDays(30), ReorderSettings.live(), 1);
    }

    /** The same with another way to order. */
    public CleanerSettings withReorder(ReorderSettings other) {
        return new CleanerSettings(extraction, duplicateMemory, versionMemory, other, dedupePartitions);
    }

    /** The same with the search for copies spread over so many tasks. */
    public CleanerSettings withDedupePartitions(int tasks) {
        return new CleanerSettings(extraction, duplicateMemory, versionMemory, reorder, tasks);
    }
}
