package newsloom.app.run;

import java.nio.file.Path;
import java.util.List;
import newsloom.app.settings.PassThrough;
import newsloom.ingest.source.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told.
 *
 * @param sources files, folders or {@code -}; may be empty
 * @param reading how they are read
 * @param untilIdle end when all has passed through
 * @param output folder for the topics' files; null for none
 * @param dedupePartitions tasks that the search for copies is spread over
 * @param port of the broker, 0 for any
 * @param registryPort 0 for any
 * @param strict whether losses count as a failure
 */
record RunSettings(
        List<String> sources,
        ReadOptions reading,
        boolean untilIdle,
        @Nullable Path output,
        int partitions,
        int dedupePartitions,
        int port,
        int registryPort,
        boolean strict,
        PassThrough kafka) {}
