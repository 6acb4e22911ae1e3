package newsloom.ingest.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.contract.Topics;
import newsloom.contract.serde.AvroSerde;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Page;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourcePage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Pages as records of {@code news.pages.v1}. Thread-safe. */
public final class PageRecords {
    /** Header that says where a page was read. */
    static final String SOURCE_HEADER = "newsloom.source";

    /** Headers of distributed traces, which travel on as headers of the record. */
    private static final List<String> TRACES = List.of("traceparent", "tracestate", "baggage");

    private final AvroSerde<Page> serde;
    private final @Nullable String crawler;
    private final @Nullable String crawlId;

    /** Records with these names in every page; null where nothing is to be said. */
    public PageRecords(AvroSerde<Page> serde, @Nullable String crawler, @Nullable String crawlId) {
        this.serde = serde;
        this.crawler = crawler;
        this.crawlId = crawlId;
    }

    /**
     * A record and what was remarked on its page.
     *
     * @param bytes of the page's body
     */
    public record Made(ProducerRecord<byte[], byte[]> record, String key, Set<Remark> remarks, int bytes) {}

    /**
     * Asks the registry for the schema unless it is known; from then on {@link #make} needs nobody.
     *
     * @throws org.apache.kafka.common.KafkaException if it does not answer, or refuses the schema
     */
    public void askForSchema() {
        var none = new SourcePage("", "", null, null, null, null, null, Map.of(), new byte[0], false, Set.of());
        var unused = serde.serialize(Topics.PAGES.name(), value(none, Instant.EPOCH));
    }

    /**
     * Makes the record of a page. Asks the registry at the first one.
     *
     * @param now latest fetch time that is believed
     */
    public Made make(SourcePage page, Instant now) {
        Instant told = page.fetchTime() == null ? now : page.fetchTime();
        boolean future = told.isAfter(now);
        byte[] value = serde.serialize(Topics.PAGES.name(), value(page, future ? now : told));
        String key = UrlKey.of(page.url());
        var record = new ProducerRecord<>(Topics.PAGES.name(), key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add(SOURCE_HEADER, page.location().getBytes(StandardCharsets.UTF_8));
        for (String trace : TRACES) {
            String header = page.headers().get(trace);
            if (header != null) {
                record.headers().add(trace, header.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Made(record, key, remarks(page, future), page.body().length);
    }

    private Page value(SourcePage page, Instant fetchTime) {
        return Page.newBuilder()
                .setUrl(page.url())
                .setFinalUrl(page.finalUrl())
                .setFetchTime(fetchTime)
                .setStatus(page.status())
                .setContentType(page.contentType())
                .setCharset(page.charset())
                .setHeaders(page.headers())
                .setBody(ByteBuffer.wrap(page.body()))
                .setTruncated(page.truncated())
                .setCrawler(crawler)
                .setCrawlId(crawlId)
                .build();
    }

    private static Set<Remark> remarks(SourcePage page, boolean future) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        remarks.addAll(page.remarks());
        if (future) {
            remarks.add(Remark.FUTURE_TIME);
        }
        return remarks;
    }
}
