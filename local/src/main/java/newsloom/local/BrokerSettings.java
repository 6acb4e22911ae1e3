package newsloom.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** The broker settings of a local run: one node with both roles, on the loopback address, in a small heap. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** Room for a page of 8 MiB with its headers and the batch around it. */
    private static final int MAX_RECORD_BYTES = 12 * 1024 * 1024;

    private static final int CLEANER_BUFFER_BYTES = 2 * 1024 * 1024;

    /** Small, since a start after a crash reads the open segments again. */
    private static final int SEGMENT_BYTES = 128 * 1024 * 1024;

    /** A folder that was left for weeks is gone on with, and services must know where they stood; Kafka's own is a week. */
    private static final Duration OFFSETS_KEPT = Duration.ofDays(365);

    private BrokerSettings() {}

    static Properties of(Path logs, int port, int controllerPort) {
        var settings = new Properties();
        network(settings, port, controllerPort);
        internalTopics(settings);
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", String.valueOf(MAX_RECORD_BYTES));
        settings.put("log.segment.bytes", String.valueOf(SEGMENT_BYTES));
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(CLEANER_BUFFER_BYTES));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        return settings;
    }

    private static void network(Properties settings, int port, int controllerPort) {
        var broker = "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("listeners", broker + "," + CONTROLLER + "://" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.quorum.voters", NODE_ID + "@" + LoopbackPorts.HOST + ":" + controllerPort);
        // After kill -9 the controller waits until the dead registration has timed out.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private static void internalTopics(Properties settings) {
        for (var topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.retention.minutes", Long.toString(OFFSETS_KEPT.toMinutes()));
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
    }
}
