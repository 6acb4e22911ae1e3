package newsloom.app.tools;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kafka.admin.ConfigCommand;
import org.apache.kafka.tools.AclCommand;
import org.apache.kafka.tools.BrokerApiVersionsCommand;
import org.apache.kafka.tools.ConsoleProducer;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.DeleteRecordsCommand;
import org.apache.kafka.tools.DumpLogSegments;
import org.apache.kafka.tools.FeatureCommand;
import org.apache.kafka.tools.GetOffsetShell;
import org.apache.kafka.tools.GroupsCommand;
import org.apache.kafka.tools.LeaderElectionCommand;
import org.apache.kafka.tools.LogDirsCommand;
import org.apache.kafka.tools.MetadataQuorumCommand;
import org.apache.kafka.tools.ProducerPerformance;
import org.apache.kafka.tools.StreamsResetter;
import org.apache.kafka.tools.TopicCommand;
import org.apache.kafka.tools.TransactionsCommand;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.apache.kafka.tools.consumer.group.ConsumerGroupCommand;
import org.apache.kafka.tools.reassign.ReassignPartitionsCommand;
import org.apache.kafka.tools.streams.StreamsGroupCommand;

/** Kafka's tools by the names of their scripts, {@code kafka-} and {@code .sh} left out. */
final class KafkaTools {
    /** The main method of a tool; most of them end the process. */
    @FunctionalInterface
    interface Tool {
        void run(String... arguments) throws Exception;
    }

    private static final Map<String, Tool> TOOLS = new TreeMap<>(Map.ofEntries(
            Map.entry("acls", AclCommand::main),
            Map.entry("broker-api-versions", BrokerApiVersionsCommand::main),
            Map.entry("configs", ConfigCommand::main),
            Map.entry("console-consumer", ConsoleConsumer::main),
            Map.entry("console-producer", ConsoleProducer::main),
            Map.entry("consumer-groups", ConsumerGroupCommand::main),
            Map.entry("consumer-perf-test", ConsumerPerformance::main),
            Map.entry("delete-records", DeleteRecordsCommand::main),
            Map.entry("dump-log", DumpLogSegments::main),
            Map.entry("features", FeatureCommand::main),
            Map.entry("get-offsets", GetOffsetShell::main),
            Map.entry("groups", GroupsCommand::main),
            Map.entry("leader-election", LeaderElectionCommand::main),
            Map.entry("log-dirs", LogDirsCommand::main),
            Map.entry("metadata-quorum", MetadataQuorumCommand::main),
            Map.entry("producer-perf-test", ProducerPerformance::main),
            Map.entry("reassign-partitions", ReassignPartitionsCommand::main),
            Map.entry("streams-application-reset", StreamsResetter::main),
            Map.entry("streams-groups", StreamsGroupCommand::main),
            Map.entry("topics", TopicCommand::main),
            Map.entry("transactions", TransactionsCommand::main)));

    private KafkaTools() {}

    static Set<String> names() {
        return TOOLS.keySet();
    }

    static Optional<Tool> named(String name) {
        return Optional.ofNullable(TOOLS.get(name));
    }
}
