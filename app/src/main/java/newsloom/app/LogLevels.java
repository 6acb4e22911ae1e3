package newsloom.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** How much is logged. */
public final class LogLevels {
    private static final List<String> BROKER_AND_CLIENTS = List.of("kafka", "org.apache.kafka.clients");

    private LogLevels() {}

    /** Everything from INFO on. */
    static void verbose() {
        set(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
    }

    /**
     * Broker and clients warn while topics come and brokers go, as they do in a run that starts and ends both: errors only. Without effect on what is logged
     * verbosely.
     */
    public static void quietClients() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getLevel() == Level.WARN) {
            BROKER_AND_CLIENTS.forEach(logger -> set(logger, Level.ERROR));
        }
    }

    private static void set(String logger, Level level) {
        if (LoggerFactory.getLogger(logger) instanceof Logger found) {
            found.setLevel(level);
        }
    }
}
