package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import newsloom.aggregator.story.Scenarios.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors a little below what is measured; docs/stories.md has the figures. */
class ScenariosTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "twins, scenarios-seen.jsonl, .70",
        "one institution, scenarios-seen.jsonl, .37",
        "goes on, scenarios-seen.jsonl, .50",
        "rests, scenarios-seen.jsonl, .85",
        "series, scenarios-seen.jsonl, .85",
        "mixed, scenarios-seen.jsonl, .60",
        "one town, scenarios-seen.jsonl, .80",
        "twins, scenarios-unseen.jsonl, .50",
        "one institution, scenarios-unseen.jsonl, .37",
        "goes on, scenarios-unseen.jsonl, .75",
        "rests, scenarios-unseen.jsonl, .85",
        "series, scenarios-unseen.jsonl, .85",
        "mixed, scenarios-unseen.jsonl, .60",
        "one town, scenarios-unseen.jsonl, .60",
        "twins, scenarios-no-capitals-seen.jsonl, .90",
        "goes on, scenarios-no-capitals-seen.jsonl, 1",
        "twins, scenarios-no-capitals-unseen.jsonl, .90",
        "goes on, scenarios-no-capitals-unseen.jsonl, 1",
    })
    void areToldApartOrKeptTogether(String kind, String file, double floor) throws IOException {
        Outcome outcome = Scenarios.of(file).outcome(kind);
        assertThat((double) outcome.right() / outcome.scenarios())
                .as("%s", outcome)
                .isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({
        "scenarios-seen.jsonl, .85",
        "scenarios-unseen.jsonl, .55",
        "scenarios-no-capitals-seen.jsonl, 1",
        "scenarios-no-capitals-unseen.jsonl, 1",
    })
    void firstReportsOfTwoHappeningsAreTwoStories(String file, double floor) throws IOException {
        Outcome outcome = Scenarios.of(file).outcomeOfFirstReports("twins");
        assertThat((double) outcome.right() / outcome.scenarios())
                .as("%s", outcome)
                .isGreaterThanOrEqualTo(floor);
    }
}
