package newsloom.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import newsloom.contract.Topics;
import newsloom.testing.Broker;
import newsloom.testing.Pages;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterCommandsIT {
    private final Broker broker = Broker.start();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void createsWhatIsMissingAndFindsWhatDiffers() {
        broker.create(List.of(new NewTopic("news.stories.v1", 2, (short) 1)));

        var check = newsloom("topics", "check");
        assertThat(check.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(check.err()).contains("news.pages.v1: is missing");

        var create = newsloom("topics", "create", "--partitions", "2");
        assertThat(create.out()).contains("created news.pages.v1").doesNotContain("created news.stories.v1");
        assertThat(create.err()).contains("news.stories.v1: cleanup.policy is delete, must be compact");
        assertThat(create.code()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void isContentWithItsOwnTopics() {
        assertThat(newsloom("topics", "create").code()).isEqualTo(ExitCodes.OK);
        assertThat(newsloom("topics", "create").code()).isEqualTo(ExitCodes.OK);
        assertThat(newsloom("topics", "check").out()).contains("All 7 topics are as they must be");
    }

    @Test
    void tailsWhatIsThere() throws Exception {
        newsloom("topics", "create");
        var page = Pages.article(
                "https://harbour.example/a", Instant.parse("2026-09-07T12:00:00Z"), "Quay mended", "It is.");
        broker.produce(Topics.PAGES, "harbour.example/a", page);

        var tail = newsloom("tail", "news.pages.v1", "--from-beginning", "-n", "1", "--json");

        var record = new ObjectMapper().readTree(tail.out());
        assertThat(record.get("key").asText()).isEqualTo("harbour.example/a");
        assertThat(record.at("/value/url").asText()).isEqualTo("https://harbour.example/a");
        assertThat(newsloom("tail", "no.such.topic").err()).contains("There is no topic no.such.topic");
    }

    @Test
    void aServiceForProductionTellsAllThatIsNotFitForIt() {
        newsloom("topics", "create");
        var state =
                Path.of(System.getProperty("java.io.tmpdir"), "newsloom-state").toString();

        var cleaner = newsloom(
                "cleaner",
                "--production",
                "--rack",
                "north",
                "--state",
                state,
                "--set",
                "streams.replication.factor=1");

        assertThat(cleaner.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(cleaner.err())
                .contains("not fit for production")
                .contains("among temporary files")
                .contains("the setting streams.replication.factor is 1, must be 3 or more")
                .contains("brokers: 1, must be 3 or more")
                .contains("news.pages.v1: copies are 1, must be 3 or more")
                .contains("news.stories.v1: min.insync.replicas is 1, must be 2 or more");
        assertThat(newsloom("cleaner", "--rack", "north").err()).contains("--production");
    }

    private CommandResult newsloom(String... arguments) {
        return CommandResult.with(
                Map.of(
                        "NEWSLOOM_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "NEWSLOOM_SCHEMA_REGISTRY", broker.registryUrl()),
                arguments);
    }
}
