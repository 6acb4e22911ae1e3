package newsloom.app.explain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import newsloom.app.records.TopicReader;
import newsloom.cleaner.PageArticles;
import newsloom.contract.Topic;
import newsloom.contract.Topics;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Page;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Looks records up in the public topics. A look at a key reads the one partition it is in; a look for a page reads all that came after its fetch. One thread at a time. */
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
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        var partitions = reader.partitions(topic.name());
        var partition = partitions.get(Utils.toPositive(Utils.murmur2(bytes)) % partitions.size());
        var last = new AtomicReference<ConsumerRecord<byte[], byte[]>>();
        reader.readToEnd(partition, record -> {
            if (Arrays.equals(bytes, record.key())) {
                last.set(record);
            }
        });
        return Optional.ofNullable(last.get())
                .map(record -> new Found<>(value(topic, record), Instant.ofEpochMilli(record.timestamp())));
    }

    /** The article of the page that was fetched from that address at that time, extracted anew; of the last fetch of it where none is of that time. */
    Optional<Article> extracted(String url, Instant fetched) {
        var found = new AtomicReference<Article>();
        for (TopicPartition partition : reader.partitions(Topics.PAGES.name())) {
            reader.readFrom(partition, fetched, record -> {
                Page page = record.value() == null ? null : value(Topics.PAGES, record);
                if (page == null || !PageArticles.isAt(page, url)) {
                    return true;
                }
                extraction.of(page, Instant.ofEpochMilli(record.timestamp())).ifPresent(found::set);
                return found.get() == null || !found.get().getFetchTime().equals(fetched);
            });
            if (found.get() != null && found.get().getFetchTime().equals(fetched)) {
                break;
            }
        }
        return Optional.ofNullable(found.get());
    }

    private <V extends SpecificRecord> V value(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        return topic.serde(registry).deserializer().deserialize(topic.name(), record.value());
    }
}
