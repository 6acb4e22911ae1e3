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
import newsloom.cleaner.extract.RawPage;
import org.jsoup.Jsoup;

/**
 * What extraction with all metadata costs beside bare {@code Jsoup.parse} of the same pages: CPU time of one warm thread, so that a busy neighbour counts little. For
 * each, the best of some rounds; and the slowest page.
 */
public final class ExtractionCost {

    private static final int ROUNDS = 4;

    private ExtractionCost() {}

    /** Takes one JSON lines file of pages with {@code html_base64} and {@code charset}. */
    public static void main(String[] arguments) throws IOException {
        List<RawPage> pages = read(Path.of(arguments[0]));
        ArticleExtractor extractor = new ArticleExtractor(ExtractionSettings.defaults());
        long[] parse = cost(pages, page -> Jsoup.parse(decoded(page)).childNodeSize());
        long[] extract = cost(pages, page -> extractor.extract(page).hashCode());
        double megabytes = pages.stream().mapToLong(page -> page.body().length).sum() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%d pages, %.1f MB, CPU of one thread: parse %.2f s, extraction %.2f s = %.2f times the parse, %.1f MB/s; slowest page %.0f ms%n",
                pages.size(),
                megabytes,
                parse[0] / 1e9,
                extract[0] / 1e9,
                (double) extract[0] / parse[0],
                megabytes / (extract[0] / 1e9),
                extract[1] / 1e6);
    }

    private static String decoded(RawPage page) {
        Charset charset = page.charset() != null && Charset.isSupported(page.charset())
                ? Charset.forName(page.charset())
                : StandardCharsets.UTF_8;
        return new String(page.body(), charset);
    }

    /** Nanoseconds for all pages and for the slowest, in the best round. */
    private static long[] cost(List<RawPage> pages, ToLongFunction<RawPage> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long slowest = 0;
        long used = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long all = 0;
            long most = 0;
            for (RawPage page : pages) {
                long began = threads.getCurrentThreadCpuTime();
                used += work.applyAsLong(page);
                long took = threads.getCurrentThreadCpuTime() - began;
                all += took;
                most = Math.max(most, took);
            }
            slowest = all < best ? most : slowest;
            best = Math.min(best, all);
        }
        if (used == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return new long[] {best, slowest};
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
