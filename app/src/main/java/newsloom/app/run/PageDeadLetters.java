package newsloom.app.run;

import java.nio.charset.StandardCharsets;
import newsloom.app.records.TopicReader;
import newsloom.cleaner.CleanerService;
import newsloom.contract.Topics;
import newsloom.runtime.streams.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Pages among the dead letters; those of later services are articles already and not counted here.
 *
 * @param all pages that could not be read or on which a step of the cleaner failed
 * @param unreadable of these, the ones whose bytes are no page, or no item between two steps: the cleaner never counted them as pages
 */
record PageDeadLetters(long all, long unreadable) {
    static final PageDeadLetters NONE = new PageDeadLetters(0, 0);

    /** Counts what is committed now; one pass over the topic. */
    static PageDeadLetters count(TopicReader reader) {
        var count = new Object() {
            PageDeadLetters value = NONE;
        };
        for (var partition : reader.partitions(Topics.DEAD_LETTERS)) {
            reader.readToEnd(partition, record -> count.value = count.value.with(record));
        }
        return count.value;
    }

    PageDeadLetters with(ConsumerRecord<byte[], byte[]> record) {
        var topic = header(record, DeadLetter.TOPIC);
        if (!topic.equals(Topics.PAGES.name()) && !topic.startsWith(CleanerService.APPLICATION_ID)) {
            return this;
        }
        boolean unread = header(record, DeadLetter.EXCEPTION).equals(SerializationException.class.getName());
        return new PageDeadLetters(all + 1, unreadable + (unread ? 1 : 0));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
