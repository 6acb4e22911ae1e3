package newsloom.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * All meters of a process: those of the Java runtime (memory, collections, CPU, uptime) and those its services add. Kafka's own stay where
 * Kafka puts them, in JMX. Thread-safe.
 */
public final class Metrics implements AutoCloseable {

    /** Media type of {@link #text()}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where services add theirs. Names have dots, which become underscores; counters get {@code _total} behind them. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Everything as it stands now, in Prometheus' text format 0.0.4. Some milliseconds and 10 to 50 KB. */
    public String text() {
        return registry.scrape(MEDIA_TYPE);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
