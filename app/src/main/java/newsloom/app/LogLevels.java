package newsloom.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** How much is logged. */
public final class LogLevels {
    private static final List<String> BROKER_AND_CLIENTS =
            List.of("kafka", "org.apache.kafka.clients", "org.apache.kafka.streams");

    /** Calls it an error that a producer must send again, which producers do. */
    private static final String REFUSALS = "kafka.server.ReplicaManager";

    private LogLevels() {}

    /** Everything from INFO on. */
    static void verbose() {
        set(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
    }

    /**
     * Broker, clients and streams warn while topics come and brokers go, and of every task that is restored after a crash: all as it should be in a run that starts
     * and ends them. What cannot be mended is thrown. Without effect on what is logged verbosely.
     */
    public static void quietClients() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getLevel() == Level.WARN) {
            BROKER_AND_CLIENTS.forEach(logger -> set(logger, Level.ERROR));
            set(REFUSALS, Level.OFF);
        }
    }

    private static void set(String logger, Level level) {
        if (LoggerFactory.getLogger(logger) instanceof Logger found) {
            found.setLevel(level);
        }
    }
}
