package newsloom.contract;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.Page;
import newsloom.contract.v1.Reject;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryEvent;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** The public topics and the settings they need. */
public final class Topics {

    /** Largest record of {@code news.pages.v1}: a body of 5 MiB and all that stands around it. */
    public static final int MAX_PAGE_RECORD_BYTES = 8 << 20;

    /** Largest dead letter: a page, and room for the headers that say why. */
    public static final int MAX_DEAD_LETTER_BYTES = MAX_PAGE_RECORD_BYTES + (1 << 20);

    /** Largest record of every other public topic. */
    public static final int MAX_RECORD_BYTES = 2 << 20;

    /** Most bytes of a page's body; what is longer is cut and marked. */
    public static final int MAX_BODY_BYTES = 5 << 20;

    private static final String APPEND_TIME = "LogAppendTime";

    /** Raw pages. Append time, so that an old crawl is kept as long as a new one. */
    public static final Topic<Page> PAGES = new Topic<>(
            "news.pages.v1",
            Page.class,
            settings(
                    CLEANUP_POLICY_DELETE,
                    Duration.ofDays(7),
                    MAX_PAGE_RECORD_BYTES,
                    Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));

    /** Clean articles that are no copies. */
    public static final Topic<Article> ARTICLES = new Topic<>(
            "news.articles.v1",
            Article.class,
            settings(
                    CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE,
                    Duration.ofDays(30),
                    MAX_RECORD_BYTES,
                    Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));

    /** Copies, and of what. */
    public static final Topic<Duplicate> DUPLICATES = new Topic<>(
            "news.duplicates.v1",
            Duplicate.class,
            settings(
                    CLEANUP_POLICY_DELETE,
                    Duration.ofDays(30),
                    MAX_RECORD_BYTES,
                    Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));

    /** Pages that gave no article. */
    public static final Topic<Reject> REJECTS = new Topic<>(
            "news.rejects.v1",
            Reject.class,
            settings(
                    CLEANUP_POLICY_DELETE,
                    Duration.ofDays(7),
                    MAX_RECORD_BYTES,
                    Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));

    /** Stories, whole, one record each. */
    public static final Topic<Story> STORIES = new Topic<>(
            "news.stories.v1",
            Story.class,
            settings(
                    CLEANUP_POLICY_COMPACT,
                    null,
                    MAX_RECORD_BYTES,
                    Map.of(
                            MESSAGE_TIMESTAMP_TYPE_CONFIG,
                            APPEND_TIME,
                            DELETE_RETENTION_MS_CONFIG,
                            millis(Duration.ofDays(2)))));

    /** What happened to stories. */
    public static final Topic<StoryEvent> STORY_EVENTS = new Topic<>(
            "news.story-events.v1",
            StoryEvent.class,
            settings(
                    CLEANUP_POLICY_DELETE,
                    Duration.ofDays(30),
                    MAX_RECORD_BYTES,
                    Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));

    /** Name of the dead letters: original keys, values and headers, whatever they are. */
    public static final String DEAD_LETTERS = "news.dead-letters.v1";

    /** Name of the topic in which registries of Confluent's form keep the schemas. */
    public static final String SCHEMAS = "_schemas";

    /** Name of the topic in which ingest keeps how far it has sent what. */
    public static final String INGEST_POSITIONS = "newsloom-ingest-positions";

    /** All topics with a schema, in the order of the data flow. */
    public static final List<Topic<?>> ALL = List.of(PAGES, ARTICLES, DUPLICATES, REJECTS, STORIES, STORY_EVENTS);

    private Topics() {}

    /** The topic of that name, if it is one with a schema. */
    public static Optional<Topic<?>> byName(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The topic of dead letters. */
    public static NewTopic deadLetters(int partitions, short replicationFactor) {
        return new NewTopic(DEAD_LETTERS, partitions, replicationFactor)
                .configs(settings(
                        CLEANUP_POLICY_DELETE,
                        Duration.ofDays(14),
                        MAX_DEAD_LETTER_BYTES,
                        Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME)));
    }

    /** Every public topic, dead letters included, ready to be created. */
    public static List<NewTopic> newTopics(int partitions, short replicationFactor) {
        var topics = new ArrayList<NewTopic>();
        ALL.forEach(topic -> topics.add(topic.newTopic(partitions, replicationFactor)));
        topics.add(deadLetters(partitions, replicationFactor));
        return List.copyOf(topics);
    }

    private static Map<String, String> settings(
            String cleanup, @Nullable Duration retention, int maxBytes, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put(CLEANUP_POLICY_CONFIG, cleanup);
        settings.put(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
        if (retention != null) {
            settings.put(RETENTION_MS_CONFIG, millis(retention));
        }
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
