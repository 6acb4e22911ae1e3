package newsloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
    private static final NewTopic WANTED = new NewTopic("a", 1, (short) 1)
            .configs(Map.of("cleanup.policy", "compact,delete", "max.message.bytes", "1000", "retention.ms", "5"));

    @Test
    void isContentWithMoreRoomAndAnotherOrder() {
        assertThat(differences(Map.of(
                        "cleanup.policy",
                        "delete,compact",
                        "max.message.bytes",
                        "2000",
                        "retention.ms",
                        "5",
                        "more",
                        "x")))
                .isEmpty();
    }

    @Test
    void tellsEveryDifference() {
        assertThat(differences(Map.of("cleanup.policy", "delete", "max.message.bytes", "999")))
                .containsExactly(
                        "a: cleanup.policy is delete, must be compact,delete",
                        "a: max.message.bytes is 999, must be 1000",
                        "a: retention.ms is unset, must be 5");
    }

    @Test
    void tellsAMissingTopic() {
        assertThat(TopicCheck.differences(List.of(WANTED), List.of()))
                .containsExactly("a: is missing (newsloom topics create)");
    }

    @Test
    void onlyAMissingTopicAndTooLittleRoomAreObstacles() {
        var smaller = new ExistingTopic("a", Map.of("cleanup.policy", "delete", "max.message.bytes", "999"));

        assertThat(TopicCheck.obstacles(List.of(WANTED), List.of(smaller)))
                .containsExactly("a: max.message.bytes is 999, must be 1000");
        assertThat(TopicCheck.obstacles(List.of(WANTED), List.of()))
                .containsExactly("a: is missing (newsloom topics create)");
    }

    private static List<String> differences(Map<String, String> config) {
        return TopicCheck.differences(List.of(WANTED), List.of(new ExistingTopic("a", config)));
    }
}
