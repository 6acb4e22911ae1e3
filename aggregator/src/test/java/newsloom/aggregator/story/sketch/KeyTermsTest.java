package newsloom.aggregator.story.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.state.StoryMember;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key terms of invented reports in nine languages, as readers see them. */
class KeyTermsTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T00:00:00Z");

    static Stream<List<String>> reports() throws IOException {
        try (InputStream in = KeyTermsTest.class.getResourceAsStream("reports.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines().skip(1).map(line -> Arrays.asList(line.split("\\|", -1))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void areTheTellingNouns(List<String> report) {
        var article = new ArticleText(
                "a",
                "https://a.example/",
                "a.example",
                report.get(1),
                report.get(2),
                report.get(0),
                PUBLISHED,
                PUBLISHED);

        List<String> terms = StoryMember.of(News.sketch(article)).terms();

        assertThat(terms)
                .contains(report.get(3).split(", ", -1))
                .doesNotContain(report.get(4).split(", ", -1));
    }
}
