package newsloom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import org.jsoup.Jsoup;

/**
 * What extraction with all metadata costs beside bare {@code Jsoup.parse} of the same pages: CPU time of one warm thread, so that a busy neighbour counts little. The two
 * take turns, round by round, in one process, so that the compiler has seen the same of both; printed is the median of the last rounds' ratios, and the slowest page.
 */
public final class ExtractionCost {

    private static final int ROUNDS = 40;
    private static final int WARM = 20;

    private ExtractionCost() {}

    /** Takes one JSON lines file of pages with {@code html_base64} and {@code charset}. */
    public static void main(String[] arguments) throws IOException {
        List<RawPage> pages = read(Path.of(arguments[0]));
        ArticleExtractor extractor = new ArticleExtractor(ExtractionSettings.defaults());
        var ratios = new ArrayList<Double>();
        Round parse = Round.NONE;
        Round extract = Round.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            parse = Round.of(pages, page -> Jsoup.parse(decoded(page)).childNodeSize());
            extract = Round.of(pages, page -> extractor.extract(page).hashCode());
            if (round >= WARM) {
                ratios.add((double) extract.nanos() / parse.nanos());
            }
        }
        ratios.sort(null);
        double megabytes = pages.stream().mapToLong(page -> page.body().length).sum() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%d pages, %.1f MB, CPU of one thread: parse %.2f s, extraction %.2f s, %.2f times the parse (%.2f to %.2f in %d warm rounds), %.1f MB/s; slowest page %.0f ms%n",
                pages.size(),
                megabytes,
                parse.nanos() / 1e9,
                extract.nanos() / 1e9,
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                ratios.size(),
                megabytes / (extract.nanos() / 1e9),
                extract.slowest() / 1e6);
    }

    private static String decoded(RawPage page) {
        Charset charset = page.charset() != null && Charset.isSupported(page.charset())
                ? Charset.forName(page.charset())
                : StandardCharsets.UTF_8;
        return new String(page.body(), charset);
    }

    /** CPU nanoseconds for all pages once and for the slowest of them. */
    private record Round(long nanos, long slowest) {

        private static final Round NONE = new Round(0, 0);

        static Round of(List<RawPage> pages, ToLongFunction<RawPage> work) {
            var threads = ManagementFactory.getThreadMXBean();
            long all = 0;
            long slowest = 0;
            long used = 0;
            for (RawPage page : pages) {
                long began = threads.getCurrentThreadCpuTime();
                used += work.applyAsLong(page);
                long took = threads.getCurrentThreadCpuTime() - began;
                all += took;
                slowest = Math.max(slowest, took);
            }
            if (used == 0) {
                throw new IllegalStateException("nothing was done");
            }
            return new Round(all, slowest);
        }
    }

    private static List<RawPage> read(Path file) throws IOException {
        var json = new ObjectMapper();
        var pages = new ArrayList<RawPage>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode page = json.readTree(line);
                pages.add(new RawPage(
                        page.path("url").asText(),
                        Base64.getDecoder().decode(page.path("html_base64").asText()),
                        "text/html",
                        page.path("charset").textValue(),
                        200,
                        Instant.parse("2026-11-01T00:00:00Z")));
            }
        }
        return pages;
    }
}
