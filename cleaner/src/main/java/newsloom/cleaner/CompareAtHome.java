package newsloom.cleaner;

import java.util.List;
import java.util.Objects;
import newsloom.cleaner.dedupe.CopyHome;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Ask;
import newsloom.cleaner.dedupe.Scattered.Document;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Spread;
import newsloom.runtime.streams.CommitPace;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The home of articles: keeps each until it is decided on, gathers what the index answers about it, asks the homes of its candidates, and compares its own texts for those who ask. Two nodes of one task over the
 * same stores: what a home asks comes back to homes. A step that throws settles its article as failed, or all behind it would wait.
 */
final class CompareAtHome implements Processor<String, Scattered, String, Scattered> {

    /** Stores that the nodes share. */
    static final List<String> STORES =
            List.of(CleanerStores.TEXTS, CleanerStores.GATHERING, CleanerStores.PARKED, CleanerStores.UNDECIDED);

    private final CleanerSettings settings;
    private final Forgetting forgetting = new Forgetting();
    private @Nullable ProcessorContext<String, Scattered> context;
    private @Nullable CopyHome home;
    private @Nullable KeyValueStore<Bytes, byte[]> undecided;

    CompareAtHome(CleanerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Scattered> context) {
        this.context = context;
        this.undecided = context.getStateStore(CleanerStores.UNDECIDED);
        this.home = new CopyHome(
                new StreamsKeyValues(context.getStateStore(CleanerStores.TEXTS)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.GATHERING)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.PARKED)),
                new Spread(settings.dedupePartitions()),
                settings.duplicateMemory());
    }

    @Override
    public void process(Record<String, Scattered> record) {
        CommitPace.worked();
        try {
            take(record.value()).forEach(message -> send(record, message));
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            send(record, Piece.failed(record.value().document(), e.toString()));
        }
        CopyHome texts = Objects.requireNonNull(home);
        forgetting.after(record.timestamp(), now -> texts.expire(now, CleanerStores.MAX_EXPIRED_ARTICLES));
    }

    private List<Scattered> take(Scattered message) {
        CopyHome texts = Objects.requireNonNull(home);
        if (message instanceof Document document) {
            return texts.knows(document) ? List.of() : file(document, texts);
        } else if (message instanceof Answer answer) {
            return texts.answer(answer);
        } else if (message instanceof Ask ask) {
            return texts.compare(ask);
        }
        throw new IllegalArgumentException("not for a home: " + message);
    }

    private List<Scattered> file(Document document, CopyHome texts) {
        Objects.requireNonNull(undecided).put(Bytes.wrap(document.document().key()), document.item());
        return texts.file(document);
    }

    private void send(Record<String, Scattered> cause, Scattered message) {
        Objects.requireNonNull(context).forward(new Record<>(cause.key(), message, cause.timestamp()));
    }
}
