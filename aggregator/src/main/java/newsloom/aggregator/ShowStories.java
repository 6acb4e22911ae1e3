package newsloom.aggregator;

import java.util.Objects;
import java.util.Set;
import newsloom.aggregator.story.view.LedgerCodec;
import newsloom.aggregator.story.view.StoryLedger;
import newsloom.aggregator.story.view.StoryView;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryStatus;
import newsloom.runtime.streams.CommitPace;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Keeps of every story what is shown of it, and gives it out whole after each change; a tombstone when nothing is left. */
final class ShowStories implements FixedKeyProcessor<String, byte[], ShowStories.Shown> {

    /** A story as it is now; null when nothing is left of it. */
    record Shown(@Nullable Story story) {}

    private @Nullable FixedKeyProcessorContext<String, Shown> context;
    private @Nullable KeyValueStore<String, byte[]> ledgers;

    @Override
    public void init(FixedKeyProcessorContext<String, Shown> context) {
        this.context = context;
        CommitPace.keep(context);
        this.ledgers = context.getStateStore(AggregatorStores.STORY_LEDGERS);
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        CommitPace.worked();
        KeyValueStore<String, byte[]> ledgers = Objects.requireNonNull(this.ledgers);
        String storyId = record.key();
        StoryChange change = StoryChange.of(record.value());
        byte[] known = ledgers.get(storyId);
        if (known == null && change instanceof StoryChange.Related) {
            return; // it ended meanwhile
        }
        StoryLedger before = known == null ? StoryLedger.empty(storyId) : LedgerCodec.ledger(known);
        StoryLedger after = changed(before, change).withResting(rests(before, change));
        boolean over = change instanceof StoryChange.Closed || change instanceof StoryChange.MergedAway;
        if (over || after.isEmpty()) {
            ledgers.delete(storyId);
        } else {
            ledgers.put(storyId, LedgerCodec.toBytes(after));
        }
        if (!(over && after.isEmpty())) {
            boolean gone = after.isEmpty() || change instanceof StoryChange.MergedAway;
            Shown shown = new Shown(gone ? null : StoryRecords.of(StoryView.of(after), status(change, after)));
            Objects.requireNonNull(context).forward(record.withValue(shown));
        }
    }

    private static StoryStatus status(StoryChange change, StoryLedger after) {
        if (change instanceof StoryChange.Closed) {
            return StoryStatus.CLOSED;
        }
        return after.resting() ? StoryStatus.DORMANT : StoryStatus.ACTIVE;
    }

    /** What relates it to others says nothing about rest, and may come before or after that. */
    private static boolean rests(StoryLedger before, StoryChange change) {
        return change instanceof StoryChange.Rested
                || (change instanceof StoryChange.Removed removed && removed.resting())
                || (change instanceof StoryChange.CopyRemoved copy && copy.resting())
                || (change instanceof StoryChange.Related && before.resting());
    }

    private static StoryLedger changed(StoryLedger ledger, StoryChange change) {
        if (change instanceof StoryChange.Added added) {
            return ledger.with(added.member());
        } else if (change instanceof StoryChange.TookIn took) {
            return ledger.with(took.member()).withMerged(took.storyId());
        } else if (change instanceof StoryChange.Replaced replaced) {
            return ledger.replacing(replaced.formerId(), replaced.member());
        } else if (change instanceof StoryChange.Related related) {
            return ledger.withRelations(related.relations());
        } else if (change instanceof StoryChange.Reprinted reprinted) {
            return ledger.withReprint(reprinted.site());
        } else if (change instanceof StoryChange.Removed removed) {
            return ledger.without(removed.articleId());
        } else if (change instanceof StoryChange.CopyRemoved removed) {
            return ledger.withoutReprint(removed.site());
        }
        return ledger;
    }

    /** One for each task. */
    static final class Supplier implements FixedKeyProcessorSupplier<String, byte[], Shown> {

        @Override
        public FixedKeyProcessor<String, byte[], Shown> get() {
            return new ShowStories();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(AggregatorStores.ledgers());
        }
    }
}
