package newsloom.app.explain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import newsloom.app.records.TopicReader;
import newsloom.app.records.TopicValues;
import newsloom.cleaner.PageArticles;
import newsloom.contract.Topic;
import newsloom.contract.Topics;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Article;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Looks records up in the public topics; what is no record of a topic is passed over. A look at a key reads the one partition it is in; a look for a page reads all that came after its fetch. One thread at a time. */
final class PublicTopics {
    private final TopicReader reader;
    private final SchemaRegistry registry;
    private final PageArticles extraction = new PageArticles();

    /** @param reader used, not closed */
    PublicTopics(TopicReader reader, SchemaRegistry registry) {
        this.reader = reader;
        this.registry = registry;
    }

    /** The last record of the key, as services place it. */
    <V extends SpecificRecord> Optional<Found<V>> last(Topic<V> topic, String key) {
        var last = new AtomicReference<Found<V>>();
        read(topic, key, last::set);
        return Optional.ofNullable(last.get());
    }

    /** All records of the key in their order, without tombstones. */
    <V extends SpecificRecord> List<V> all(Topic<V> topic, String key) {
        var all = new ArrayList<V>();
        read(topic, key, found -> {
            if (found.value() != null) {
                all.add(found.value());
            }
        });
        return all;
    }

    /** Of the records that are still the last of their key one for which it holds. Reads the whole topic. */
    <V extends SpecificRecord> Optional<V> lastWhere(Topic<V> topic, Predicate<V> holds) {
        var found = new TreeMap<String, V>();
        readWhole(topic, (key, value) -> {
            if (value != null && holds.test(value)) {
                found.put(key, value);
            } else {
                found.remove(key);
            }
        });
        return found.values().stream().findFirst();
    }

    /** All records for which it holds, in the order of each partition, without tombstones. Reads the whole topic. */
    <V extends SpecificRecord> List<V> allWhere(Topic<V> topic, Predicate<V> holds) {
        var all = new ArrayList<V>();
        readWhole(topic, (key, value) -> {
            if (value != null && holds.test(value)) {
                all.add(value);
            }
        });
        return all;
    }

    /** The last record of each of these keys that is no tombstone; keys without any are left out. Reads the whole topic. */
    <V extends SpecificRecord> Map<String, V> lastOf(Topic<V> topic, Set<String> keys) {
        var found = new HashMap<String, V>();
        readWhole(topic, (key, value) -> {
            if (value != null && keys.contains(key)) {
                found.put(key, value);
            }
        });
        return found;
    }

    private <V extends SpecificRecord> void readWhole(Topic<V> topic, BiConsumer<String, @Nullable V> each) {
        var values = new TopicValues<>(topic, registry);
        for (TopicPartition partition : reader.partitions(topic.name())) {
            reader.readToEnd(partition, record -> values.read(record, each));
        }
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, String key, Consumer<Found<V>> each) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        var values = new TopicValues<>(topic, registry);
        var partitions = reader.partitions(topic.name());
        var partition = partitions.get(Utils.toPositive(Utils.murmur2(bytes)) % partitions.size());
        reader.readToEnd(partition, record -> {
            if (Arrays.equals(bytes, record.key())) {
                var at = Instant.ofEpochMilli(record.timestamp());
                values.read(record, (same, value) -> each.accept(new Found<>(value, at)));
            }
        });
    }

    /** The article of the page that was fetched from that address at that time, extracted anew; of the last fetch of it where none is of that time. */
    Optional<Article> extracted(String url, Instant fetched) {
        var found = new AtomicReference<Article>();
        var pages = new TopicValues<>(Topics.PAGES, registry);
        for (TopicPartition partition : reader.partitions(Topics.PAGES.name())) {
            reader.readFrom(partition, fetched, record -> {
                var arrival = Instant.ofEpochMilli(record.timestamp());
                pages.read(record, (key, page) -> {
                    if (page != null && PageArticles.isAt(page, url)) {
                        extraction.of(page, arrival).ifPresent(found::set);
                    }
                });
                return found.get() == null || !found.get().getFetchTime().equals(fetched);
            });
            if (found.get() != null && found.get().getFetchTime().equals(fetched)) {
                break;
            }
        }
        return Optional.ofNullable(found.get());
    }
}
