package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import newsloom.app.SamplePages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {
    @TempDir
    private Path folder;

    private Path pages;
    private Path output;

    @BeforeEach
    void writePages() throws IOException {
        pages = Files.createDirectory(folder.resolve("pages"));
        output = folder.resolve("out");
        SamplePages.writeTo(pages);
    }

    @Test
    void turnsPagesIntoStoriesAndEnds() throws IOException {
        var result = CommandResult.of("run", pages.toString(), "--until-idle", "--output", output.toString());

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCodes.OK);
        assertThat(values("news.articles.v1"))
                .extracting(article -> article.get("url").asText())
                .containsExactlyInAnyOrder(
                        "https://harbourpost.example/quay-fire",
                        "https://nordkurier.example/varnby-warehouse",
                        "https://nordkurier.example/chess");
        assertThat(values("news.duplicates.v1"))
                .extracting(copy -> copy.get("url").asText())
                .containsExactly("https://citizen.example/news/fire-varnby");
        assertThat(values("news.rejects.v1"))
                .extracting(reject -> reject.get("url").asText())
                .containsExactly("https://citizen.example/gone");
        assertThat(values("news.stories.v1"))
                .extracting(story -> story.get("articleCount").asInt())
                .containsExactlyInAnyOrder(2, 1);
        assertThat(result.out()).containsPattern("pages in +5").contains("Fire destroys warehouse");
    }

    @Test
    void goesOnWithTheSameDataAndSendsNothingTwice() throws IOException {
        var data = folder.resolve("data").toString();
        CommandResult.of("run", pages.toString(), "--until-idle", "--data", data);

        var again = CommandResult.of(
                "run", pages.toString(), "--until-idle", "--data", data, "--output", output.toString());

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCodes.OK);
        assertThat(again.err()).contains("0 pages sent").contains("5 sent before");
        assertThat(values("news.pages.v1")).hasSize(5);
        assertThat(values("news.articles.v1")).hasSize(3);
        assertThat(values("news.stories.v1")).hasSize(2);
    }

    private List<JsonNode> values(String topic) throws IOException {
        var values = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(output.resolve(topic + ".jsonl"))) {
            values.add(new ObjectMapper().readTree(line).get("value"));
        }
        return values;
    }
}
