package newsloom.app.topics;

import java.util.List;
import java.util.concurrent.ExecutionException;
import newsloom.contract.TopicLeaders;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Brings missing topics into a cluster. */
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
}
