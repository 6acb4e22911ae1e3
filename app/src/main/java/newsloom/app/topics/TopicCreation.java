package newsloom.app.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newsloom.contract.TopicLeaders;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Brings missing topics into a cluster and tells how the present ones are. */
public final class TopicCreation {
    private final Admin admin;

    /** @param admin used, not closed */
    public TopicCreation(Admin admin) {
        this.admin = admin;
    }

    /** Creates those that are missing and waits for their leaders; returns their names. What is there is not touched. */
    public List<String> create(List<NewTopic> wanted) throws ExecutionException, InterruptedException {
        var present = admin.listTopics().names().get();
        var missing =
                wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
        admin.createTopics(missing).all().get();
        var created = missing.stream().map(NewTopic::name).toList();
        TopicLeaders.await(admin, created);
        return created;
    }

    /** Those of the wanted topics that the cluster has. */
    Collection<ExistingTopic> existing(List<NewTopic> wanted) throws ExecutionException, InterruptedException {
        var present = admin.listTopics().names().get();
        var names =
                wanted.stream().map(NewTopic::name).filter(present::contains).toList();
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = admin.describeConfigs(resources).all().get();
        var topics = new ArrayList<ExistingTopic>();
        configs.forEach((resource, config) -> topics.add(new ExistingTopic(resource.name(), inForce(config))));
        return topics;
    }

    private static Map<String, String> inForce(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
