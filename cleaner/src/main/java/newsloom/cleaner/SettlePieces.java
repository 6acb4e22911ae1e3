package newsloom.cleaner;

import java.util.Objects;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes in what homes have found out, and settles what waited for it. In the task of {@link SettleCalls}, over its stores. */
final class SettlePieces implements Processor<String, Scattered, String, Verdict> {

    private final CleanerSettings settings;
    private @Nullable Settling settling;

    SettlePieces(CleanerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Verdict> context) {
        this.settling = new Settling(context, settings);
    }

    @Override
    public void process(Record<String, Scattered> record) {
        Objects.requireNonNull(settling).weigh((Piece) record.value());
    }
}
