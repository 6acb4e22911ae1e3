package newsloom.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.Unread;

/**
 * What the closing summary says, as meters, while the run goes on. Counters of losses and remarks stand at 0 from the start, so that an
 * alert sees the first one. They count from the start of the process: what earlier runs lost is in {@code sent.before} and in the summary alone.
 */
final class IngestMeters {
    private final MeterRegistry registry;
    private final Counter pages;
    private final Counter bytes;
    private final Counter sentBefore;
    private final Counter changed;
    private final AtomicLong bytesRead = new AtomicLong();
    private final AtomicLong bytesTotal = new AtomicLong();

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        pages = counter("newsloom.ingest.pages", "Pages committed to Kafka");
        bytes = counter("newsloom.ingest.body.bytes", "Bytes of their bodies");
        sentBefore = counter("newsloom.ingest.sent.before", "Pages passed because earlier runs sent them");
        changed = counter("newsloom.ingest.changed.sources", "Sources sent again because they are not what they were");
        Arrays.stream(Unread.Reason.values()).filter(Unread.Reason::isLoss).forEach(reason -> lost(reason.code(), 0));
        Arrays.stream(Remark.values()).forEach(remark -> remark(remark, 0));
        Gauge.builder("newsloom.ingest.read.bytes", bytesRead, AtomicLong::get)
                .description("Bytes of the sources passed so far")
                .register(registry);
        Gauge.builder("newsloom.ingest.source.bytes", bytesTotal, AtomicLong::get)
                .description("Bytes of all sources, -1 where a pipe is among them")
                .register(registry);
    }

    void committed(long newPages, long newBytes) {
        pages.increment((double) newPages);
        bytes.increment((double) newBytes);
    }

    void lost(String reason, long n) {
        Counter.builder("newsloom.ingest.losses")
                .description("What may have been a page and could not be read")
                .tag("reason", reason)
                .register(registry)
                .increment((double) n);
    }

    /** @param name of a reason, with the media type or extension behind a colon */
    void passed(String name, long n) {
        int colon = name.indexOf(':');
        Counter.builder("newsloom.ingest.passed")
                .description("What is no page, by reason and by media type or extension")
                .tag("reason", colon < 0 ? name : name.substring(0, colon))
                .tag("kind", colon < 0 ? "" : name.substring(colon + 1))
                .register(registry)
                .increment((double) n);
    }

    void remark(Remark remark, long n) {
        Counter.builder("newsloom.ingest.remarks")
                .description("Pages that were put right before they were sent")
                .tag("remark", remark.code())
                .register(registry)
                .increment((double) n);
    }

    void sentBefore(long n) {
        sentBefore.increment((double) n);
    }

    void changedSource() {
        changed.increment();
    }

    void progress(Progress progress) {
        bytesRead.set(progress.bytesRead());
        bytesTotal.set(progress.bytesTotal());
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
