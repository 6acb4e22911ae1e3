package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.app.process.Child;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} of the whole process, broker included, again and again: the second start goes on, and what comes out is what an undisturbed run gives. */
class KillIT {

    private static final long SEED = 20261121;
    private static final int PAGES = 900;
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "copies are decided on by {0} tasks")
    @ValueSource(ints = {1, 3})
    void aKilledRunEndsLikeAnUndisturbedOne(int tasks) throws IOException, InterruptedException {
        Path pages = writePages();
        Path undisturbed = folder.resolve("out-undisturbed");
        assertThat(start(pages, tasks, "data-undisturbed", undisturbed).exitCode())
                .isZero();

        var random = new Random(SEED);
        Path killed = folder.resolve("out-killed");
        int kills = 0;
        for (int n = 0; n < KILLS; n++) {
            Child run = start(pages, tasks, "data-killed", killed);
            if (!run.ends(Duration.ofMillis(2_500 + random.nextInt(6_000)))) {
                run.kill();
                kills++;
            }
        }
        assertThat(kills).as("runs that were still going when they were killed").isPositive();
        assertThat(start(pages, tasks, "data-killed", killed).exitCode()).isZero();

        assertThat(TopicLines.decided(killed)).isEqualTo(TopicLines.decided(undisturbed));
        assertThat(TopicLines.values(killed, "news.pages.v1")).hasSize(PAGES);
    }

    private Child start(Path pages, int tasks, String data, Path output) {
        return Child.newsloom(
                folder.resolve(data + ".log"),
                "768m",
                List.of(
                        "run",
                        pages.toString(),
                        "--until-idle",
                        "--data",
                        folder.resolve(data).toString(),
                        "--output",
                        output.toString(),
                        "--partitions",
                        "3",
                        "--dedupe-partitions",
                        Integer.toString(tasks)));
    }

    /** Every fifth page is a copy of an earlier one on another site, every seventh a new version, every eleventh is not there. */
    private Path writePages() throws IOException {
        var lines = new ArrayList<String>();
        for (int n = 0; n < PAGES; n++) {
            int text = n % 5 == 4 ? n - 3 : n;
            boolean version = n % 7 == 6;
            lines.add(line(n, version ? "site" + (n - 1) % 40 : "site" + n % 40, version ? n - 1 : n, text));
        }
        Path file = folder.resolve("pages.jsonl");
        Files.write(file, lines);
        return file;
    }

    private static String line(int n, String site, int address, int text) {
        String paragraphs = IntStream.range(0, 5)
                .mapToObj(paragraph -> "<p>" + sentence(new Random(text * 31L + paragraph)) + "</p>")
                .collect(Collectors.joining());
        String html = "<html lang=en><head><title>Report " + text
                + "</title></head><body><nav><a href=/>Home</a></nav><article><h1>Report " + word(new Random(text))
                + " " + text + "</h1>" + paragraphs + "</article></body></html>";
        var page = new ObjectMapper()
                .createObjectNode()
                .put("url", "https://" + site + ".example/news/" + address)
                .put("html", html)
                .put("status", n % 11 == 10 ? 404 : 200)
                .put("fetched_at", "2026-09-07T08:" + String.format("%02d:%02d", n / 60, n % 60) + "Z");
        try {
            return new ObjectMapper().writeValueAsString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(Random random) {
        List<String> words = IntStream.range(0, 35).mapToObj(n -> word(random)).toList();
        return "The council of " + String.join(" the ", words) + " this week.";
    }

    private static String word(Random random) {
        return Integer.toString(1_000 + random.nextInt(40_000), 36).replaceAll("\\d", "o") + "en";
    }
}
