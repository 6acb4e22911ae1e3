package newsloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void keepsTheTombstonesOfStoriesForADayOrMore() {
        assertThat(Long.parseLong(Topics.STORIES.config().get(TopicConfig.DELETE_RETENTION_MS_CONFIG)))
                .isGreaterThanOrEqualTo(86_400_000L);
        assertThat(Topics.STORIES.compacted()).isTrue();
    }

    @Test
    void givesADeadLetterMoreRoomThanAPage() {
        var config = Topics.deadLetters(1, (short) 1).configs();

        assertThat(Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)))
                .isGreaterThan(Topics.MAX_PAGE_RECORD_BYTES);
    }

    @Test
    void findsATopicByItsName() {
        assertThat(Topics.byName("news.pages.v1")).contains(Topics.PAGES);
        assertThat(Topics.byName("news.page.v1")).isEmpty();
    }
}
