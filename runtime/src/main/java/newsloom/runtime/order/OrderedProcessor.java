package newsloom.runtime.order;

import java.util.Objects;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.streams.CommitPace;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A step that decides on items in their order. What it holds back is in the store named by the subclass.
 *
 * <p>An item on which the decision fails is handed to {@link #failed} and the next one goes on; what Kafka throws stops the task.
 */
public abstract class OrderedProcessor<K, V> implements Processor<String, Sequenced, K, V>, ReorderBuffer.Release {

    private final String waitingStore;
    private final ReorderSettings settings;
    private final Backlog backlog;
    private String task = "";
    private @Nullable ReorderBuffer buffer;
    private Progress told = Progress.NONE;

    protected OrderedProcessor(String waitingStore, ReorderSettings settings, Backlog backlog) {
        this.waitingStore = waitingStore;
        this.settings = settings;
        this.backlog = backlog;
    }

    @Override
    public final void init(ProcessorContext<K, V> context) {
        CommitPace.keep(context);
        open(context);
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(waitingStore);
        buffer = new ReorderBuffer(store, settings, this, System::nanoTime);
        told = Progress.NONE; // a task that begins anew: its last transaction may be gone, and what it told with it
        task = waitingStore + " " + context.taskId();
        backlog.set(task, buffer.waiting());
    }

    @Override
    public final void process(Record<String, Sequenced> record) {
        CommitPace.worked();
        ReorderBuffer waiting = Objects.requireNonNull(buffer);
        Sequenced value = record.value();
        if (value instanceof Item item) {
            waiting.add(item);
        } else if (value instanceof Mark mark) {
            waiting.mark(mark);
            Progress now = waiting.progress();
            if (!now.equals(told) || (mark.progress().rests() && now.rests())) {
                told = now;
                advanced(now);
            }
        }
        backlog.set(task, waiting.waiting());
    }

    @Override
    public final void close() {
        backlog.remove(task);
        closed();
    }

    @Override
    public final void late(Item item) {
        count("late");
        inOrder(item);
    }

    @Override
    public final void inOrder(Item item) {
        try {
            decide(item);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(item, e);
        }
    }

    /** The dead letter of an item: its bytes and headers, and why it failed. */
    protected static Record<String, byte[]> deadLetter(ProcessorContext<?, ?> context, Item item, Exception error) {
        var at = context.recordMetadata().orElseThrow(); // the record that let it go is of the same partition
        var headers = ItemLetter.headers(item, error, at.topic(), at.partition());
        return new Record<>(item.key(), SequencedSerde.encode(item), item.time(), headers);
    }

    /** Gets the stores. */
    protected abstract void open(ProcessorContext<K, V> context);

    /** Gives back what {@link #open} got beside the stores; it may be opened again. Nothing unless there is such. */
    protected void closed() {}

    /** The next item in the order. */
    protected abstract void decide(Item item);

    /** The decision on an item threw: it must go where a person finds it. */
    protected abstract void failed(Item item, RuntimeException error);

    /** Adds one to the count of that name, in a store of the task. */
    protected abstract void count(String what);

    /** All that this covers has been decided. Does nothing unless a step after this one wants to know. */
    protected void advanced(Progress progress) {}
}
