package newsloom.ingest.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import newsloom.ingest.page.Remark;

/** What was asked and answered over HTTP, by status, outcome and reason. Thread-safe. */
final class PushMeters {
    private final MeterRegistry registry;

    PushMeters(MeterRegistry registry, HeldBytes held) {
        this.registry = registry;
        for (String outcome : new String[] {"accepted", "repeated", "refused", "failed", "passed"}) {
            pages(outcome, 0);
        }
        Gauge.builder("newsloom.push.held.bytes", held, HeldBytes::taken)
                .description("Bytes of pages that are read and not acknowledged yet")
                .register(registry);
    }

    /** @param millis from the head of the request to the answer */
    void answered(int status, long millis) {
        Timer.builder("newsloom.push.requests")
                .description("Requests, from their head to their answer")
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(millis, TimeUnit.MILLISECONDS);
    }

    void pages(String outcome, long n) {
        Counter.builder("newsloom.push.pages")
                .description(
                        "Pages handed in; repeated are those an earlier request with the same Idempotency-Key has handed in, passed are none")
                .tag("outcome", outcome)
                .register(registry)
                .increment((double) n);
    }

    void refused(String reason) {
        Counter.builder("newsloom.push.refused")
                .description("Pages that are wrong")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    void remarks(Set<Remark> remarks) {
        for (Remark remark : remarks) {
            Counter.builder("newsloom.push.remarks")
                    .description("Pages that were put right before they were sent")
                    .tag("remark", remark.code())
                    .register(registry)
                    .increment();
        }
    }
}
