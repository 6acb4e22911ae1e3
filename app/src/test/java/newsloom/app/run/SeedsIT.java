package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three real pages that are not in this repository: two of them tell one happening, the third another one a year later. */
class SeedsIT {

    private static final Path SEEDS = Path.of(System.getProperty("newsloom.shared", "../../shared"), "seeds");

    @TempDir
    private Path folder;

    @BeforeEach
    void seedsAreThere() {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "no " + SEEDS + ": the real pages are not here");
    }

    private void run(Path... pages) {
        var arguments = Stream.concat(
                Stream.of(
                        "run", "--until-idle", "--data", folder.resolve("data").toString(), "--output"),
                Stream.concat(
                        Stream.of(folder.resolve("out").toString()),
                        Stream.of(pages).map(Path::toString)));
        var result = CommandResult.of(arguments.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCodes.OK);
    }

    private List<List<String>> stories() throws IOException {
        return TopicLines.values(folder.resolve("out"), "news.stories.v1").stream()
                .map(story -> story.get("articles").findValuesAsText("url").stream()
                        .map(url -> url.replaceAll(".*/(\\d+)_.*", "$1"))
                        .sorted()
                        .toList())
                .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
                .toList();
    }

    private static Path seed(String number) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void twoStoriesWhenHandedOverAtOnce() throws IOException {
        run(SEEDS);

        assertThat(stories()).containsExactly(List.of("000", "004"), List.of("003"));
    }

    @ParameterizedTest
    @CsvSource({"000,003,004", "000,004,003", "003,000,004", "003,004,000", "004,000,003", "004,003,000"})
    void twoStoriesWhenHandedOverOneByOneInAnyOrder(String first, String second, String third) throws IOException {
        run(seed(first));
        run(seed(second));
        run(seed(third));

        assertThat(stories()).containsExactly(List.of("000", "004"), List.of("003"));
        assertThat(TopicLines.values(folder.resolve("out"), "news.articles.v1")).hasSize(3);
    }
}
