package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that were cut, shuffled and strewn with odd pieces: whatever comes, an answer and no exception. {@code -Dnewsloom.fuzz.rounds=5000} mutates for longer (four times as many
 * pages), {@code -Dnewsloom.fuzz.pages=FOLDER} takes gzipped pages of one's own for it.
 */
class MutatedPagesTest {

    private static final int ROUNDS = Integer.getInteger("newsloom.fuzz.rounds", 150);
    private static final String OWN_PAGES = System.getProperty("newsloom.fuzz.pages", "");
    private static final int MAX_OWN_BYTES = 200_000;
    private static final int MAX_MUTATIONS = 12;
    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</p>",
            "<p>",
            "<table><tr>",
            "<br><br>",
            "<a href=>",
            "<h1>",
            "<svg>",
            "<template>",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[null,1,{}],\"image\":[[]]}</script>",
            "<meta property=og:title content='|'>",
            "<meta property=article:published_time content='2026-13-45T99:99:99Z'>",
            "<time datetime='0000-00-00'>",
            "<base href='http://[::'>",
            "<link rel=canonical href='%%%'>",
            "<title> - | </title>",
            "By ",
            "31.02.2026 25:61",
            "\0",
            "\ud800",
            "\u202e",
            "\ufeff",
            "。",
            "&#xffffffff;",
            "&#0;",
            " | ",
            "\n\n* * *\n",
            "**");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anythingGetsAnAnswer(long seed) throws IOException {
        List<byte[]> pages = pages();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] page = mutated(pages.get(random.nextInt(pages.size())), pages, random);
            String type = random.nextInt(4) == 0 ? "text/plain" : "text/html";
            RawPage raw = new RawPage(
                    "https://a.example/2026/02/b", page, type, null, 200, Instant.parse("2026-11-01T00:00:00Z"));

            assertThatCode(() -> {
                        EXTRACTOR.extract(raw);
                        EXTRACTOR.explain(raw);
                    })
                    .as("seed %d, round %d: %s", seed, round, new String(page, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static List<byte[]> pages() throws IOException {
        return OWN_PAGES.isEmpty()
                ? read(Path.of("src/test/resources/extract"), "page.", MutatedPagesTest::bytes)
                : read(Path.of(OWN_PAGES), "", MutatedPagesTest::unpacked).stream()
                        .filter(page -> page.length > 0 && page.length <= MAX_OWN_BYTES)
                        .toList();
    }

    private static List<byte[]> read(Path folder, String prefix, Function<Path, byte[]> reader) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(reader)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] unpacked(Path file) {
        try (InputStream page = new GZIPInputStream(Files.newInputStream(file))) {
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] mutated(byte[] page, List<byte[]> others, Random random) {
        byte[] mutated = page;
        for (int left = 1 + random.nextInt(MAX_MUTATIONS); left > 0; left--) {
            int from = random.nextInt(mutated.length + 1);
            int to = Math.min(mutated.length, from + random.nextInt(200));
            byte[] piece = switch (random.nextInt(5)) {
                case 0 -> new byte[0];
                case 1 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                case 2 -> Arrays.copyOfRange(mutated, random.nextInt(from + 1), from);
                case 3 -> noise(random);
                default -> part(others.get(random.nextInt(others.size())), random);
            };
            mutated = replaced(mutated, from, random.nextBoolean() ? to : from, piece);
        }
        return mutated;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] part(byte[] page, Random random) {
        int from = random.nextInt(page.length);
        return Arrays.copyOfRange(page, from, Math.min(page.length, from + random.nextInt(500)));
    }

    private static byte[] replaced(byte[] page, int from, int to, byte[] piece) {
        byte[] replaced = new byte[page.length - (to - from) + piece.length];
        System.arraycopy(page, 0, replaced, 0, from);
        System.arraycopy(piece, 0, replaced, from, piece.length);
        System.arraycopy(page, to, replaced, from + piece.length, page.length - to);
        return replaced;
    }
}
