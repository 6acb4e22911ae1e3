package newsloom.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

    private static final String PARAGRAPH =
            "The harbour board of Valemouth voted on Tuesday to dredge the northern channel, which has silted up since the storms of last winter, and to pay for it from the quay fees.";

    @TempDir
    private Path folder;

    private Path pages;

    @BeforeEach
    void writePage() throws IOException {
        String html =
                "<title>Harbour to be dredged</title><nav><a href=/a>World</a></nav><article><h1>Harbour to be dredged</h1>"
                        + ("<p>" + PARAGRAPH + "</p>")
                        + "<p>Boats have waited for the tide \\\"since &lt;January&gt;\\\", said the master of the port, who keeps a list of them on his door.</p>"
                        + ("<p>" + PARAGRAPH + "</p></article>");
        pages = Files.writeString(
                folder.resolve("pages.jsonl"),
                "{\"id\":\"harbour\",\"url\":\"https://a.example/1\",\"html\":\"" + html + "\"}\nno page\n");
    }

    @Test
    void writesAnArticleForAPageAndSaysWhatIsNone() {
        CommandResult result = CommandResult.of("extract", "--strict", pages.toString());

        assertThat(result.code()).isEqualTo(ExitCodes.LOSSES);
        assertThat(result.out().lines())
                .anySatisfy(line -> assertThat(line).contains("\"title\":\"Harbour to be dredged\"", "silted up"))
                .anySatisfy(line -> assertThat(line).contains("unreadable"));
    }

    @Test
    void takesAnHtmlFileForOnePage() throws IOException {
        Path page = Files.writeString(
                folder.resolve("Harbour.HTM"),
                "<title>Harbour to be dredged</title>\n<article>\n" + ("<p>" + PARAGRAPH + "\n").repeat(2)
                        + "</article>\n");

        CommandResult result = CommandResult.of("extract", "--strict", page.toString(), pages.toString());

        assertThat(result.out().lines()).hasSize(3);
        assertThat(result.out())
                .startsWith("{\"id\":\"" + page + "\",")
                .contains("\"title\":\"Harbour to be dredged\"", "silted up");
    }

    @Test
    void saysWhatAPageIsWhereNoLineIsOne() throws IOException {
        Path page = Files.writeString(folder.resolve("page"), "<title>Harbour</title>\n<p>To be dredged\n");

        CommandResult result = CommandResult.of("extract", page.toString());

        assertThat(result.err()).contains("2 lines are no pages", "\"html\"", ".html");
    }

    @Test
    void readsBehindAByteOrderMarkAndPagesOfAnySize() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.jsonl"),
                "\uFEFF{\"id\":\"marked\",\"html\":\"<h1>Harbour to be dredged</h1>"
                        + ("<p>" + PARAGRAPH + "</p>").repeat(2) + " ".repeat(21 << 20) + "\"}\n");

        assertThat(CommandResult.of("extract", "--strict", page.toString()).out())
                .startsWith("{\"id\":\"marked\"")
                .contains("silted up");
    }

    @Test
    void namesAFileThatEndsInTheMiddle() throws IOException {
        Path whole = folder.resolve("whole.jsonl.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write(Files.readAllBytes(pages));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.jsonl.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        CommandResult result = CommandResult.of("extract", half.toString());

        assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("half.jsonl.gz");
    }

    @Test
    void refusesAFolderAndSaysHowToNameItsFiles() {
        CommandResult result = CommandResult.of("extract", folder.toString());

        assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("is a folder", "**.jsonl");
    }

    @Test
    void writesWhatThePageSaysOfItsArticle() throws IOException {
        String head =
                "<meta property=article:published_time content=2026-03-04T05:06:00+02:00><meta property=article:modified_time content=2026-03-04>"
                        + "<meta property=og:site_name content=Courier><meta property=article:section content=Coast><meta name=keywords content=harbour>"
                        + "<meta property=og:image content=/b.jpg><link rel=canonical href=/harbour>";
        Path page = Files.writeString(
                folder.resolve("page.jsonl"),
                "{\"url\":\"https://a.example/1\",\"fetched_at\":\"2026-04-01T00:00:00Z\",\"html\":\"" + head
                        + "<h1>Harbour to be dredged</h1>" + ("<p>" + PARAGRAPH + "</p>").repeat(2) + "\"}\n");

        assertThat(CommandResult.of("extract", page.toString()).out())
                .contains(
                        "\"date\":\"2026-03-04\"",
                        "\"published\":\"2026-03-04T03:06:00Z\",\"published_zone\":\"+02:00\"",
                        "\"published_from\":\"meta\"",
                        "\"modified\":\"2026-03-04\",\"modified_from\":\"meta\"",
                        "\"canonical_url\":\"https://a.example/harbour\"",
                        "\"publisher\":\"Courier\"",
                        "\"section\":\"Coast\"",
                        "\"image\":\"https://a.example/b.jpg\"",
                        "\"tags\":[\"harbour\"]",
                        "\"paywalled\":false")
                .doesNotContain("\"modified_zone\"");
    }

    @Test
    void explainsEachBlock() {
        CommandResult result = CommandResult.of("extract", "--explain", pages.toString());

        assertThat(result.out())
                .startsWith("harbour: article, “Harbour to be dredged”")
                .containsPattern("paragraphs; text is taken from 0[.,][2-5]\\d on");
        assertThat(result.out().lines())
                .anySatisfy(line -> assertThat(line).startsWith("+ ").endsWith(PARAGRAPH))
                .anySatisfy(line -> assertThat(line).startsWith("- ").endsWith("World"))
                .anySatisfy(line -> assertThat(line).endsWith("dropped by rule: said before"));
    }

    @Test
    void explainsInColoursWithoutLettingThePageThrough() {
        CommandResult result = CommandResult.of("extract", "--explain-html", pages.toString());

        assertThat(result.out())
                .startsWith("<!doctype html>")
                .contains(PARAGRAPH, "&lt;January&gt;")
                .doesNotContain("<January>");
    }
}
