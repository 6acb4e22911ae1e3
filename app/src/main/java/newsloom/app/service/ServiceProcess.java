package newsloom.app.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;
import newsloom.app.ExitCodes;
import newsloom.app.StopSignal;
import newsloom.runtime.health.HealthServer;
import newsloom.runtime.metrics.Metrics;
import newsloom.runtime.streams.OrderedService;
import org.apache.kafka.streams.KafkaStreams.State;

/** Runs one service until it fails or is told to stop, and answers for its health meanwhile. */
final class ServiceProcess {
    private static final Set<State> DEAD = EnumSet.of(State.PENDING_ERROR, State.ERROR, State.NOT_RUNNING);

    private ServiceProcess() {}

    /** @throws newsloom.runtime.streams.ServiceFailedException with what stopped it */
    static int run(String name, OrderedService service, int healthPort, PrintWriter err) {
        try (var stop = new StopSignal();
                service;
                var metrics = new Metrics();
                var kafka = new KafkaStreamsMetrics(service.streams().streams());
                var health = HealthServer.start(
                        healthPort,
                        () -> !DEAD.contains(state(service)),
                        () -> state(service) == State.RUNNING,
                        metrics)) {
            kafka.bindTo(metrics.registry());
            Gauge.builder("newsloom.order.waiting", service, OrderedService::waiting)
                    .description("Items held back until it is their turn")
                    .register(metrics.registry());
            return run(name, service, health, err);
        }
    }

    private static int run(String name, OrderedService service, HealthServer health, PrintWriter err) {
        try {
            service.streams().onRestoring(line -> err.println(name + ": " + line));
            service.start();
            err.println(name + " runs; health on " + health.url());
            service.awaitEnd();
        } catch (InterruptedException e) {
            err.println(name + " stops");
        }
        return ExitCodes.OK;
    }

    private static State state(OrderedService service) {
        return service.streams().state();
    }
}
