package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that must not be lost; {@link StoryQuality} prints them all. */
class StoryQualityTest {
    @ParameterizedTest
    @CsvSource({"g5w1h, 0.85", "wikinews, 0.79", "basil, 0.96", "vnmds, 0.92"})
    void storiesOfLabelledArticlesAreFound(String file, double leastBCubed) throws IOException {
        assumeTrue(Files.isDirectory(LabelledNews.folder()), "no labelled articles at " + LabelledNews.folder());
        var quality = new StoryQuality(new TermTables());
        quality.load(file);
        assertThat(quality.agreement(file, StorySettings.DEFAULT).bCubed()).isGreaterThan(leastBCubed);
    }
}
