package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.testing.Agreement;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that must not be lost, of the articles that the model was fitted on; {@link FitStories} tells those to expect of others. */
class StoryQualityTest {
    @ParameterizedTest
    @CsvSource({
        "g5w1h, 0.88",
        "wikinews, 0.83",
        "basil, 0.97",
        "vnmds, 0.93",
        "ecb, 0.91",
        "en-dense, 0.93",
        "fnc, 0.92",
        "uci, 0.88"
    })
    void storiesOfLabelledArticlesAreFound(String file, double leastBCubed) throws IOException {
        assumeTrue(Files.isDirectory(LabelledNews.folder()), "no labelled articles at " + LabelledNews.folder());
        Agreement agreement = LabelledStream.load(file, new TermTables())
                .agreement(JoinModel.shipped(), StorySettings.DEFAULT, all -> true);
        assertThat(agreement.bCubed()).isGreaterThan(leastBCubed);
    }
}
