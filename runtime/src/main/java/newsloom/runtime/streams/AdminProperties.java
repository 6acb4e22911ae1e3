package newsloom.runtime.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Settings of the admin client a service watches itself with: the brokers, and what passes through to every Kafka client. */
final class AdminProperties {

    private AdminProperties() {}

    static Map<String, Object> of(StreamsSettings settings) {
        var properties = new HashMap<String, Object>();
        settings.overrides().forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                properties.put(name, value);
            }
        });
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return properties;
    }
}
