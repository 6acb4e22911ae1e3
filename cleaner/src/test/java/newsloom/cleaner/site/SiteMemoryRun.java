package newsloom.cleaner.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsloom.contract.url.Sites;
import newsloom.text.tokens.Words;

/**
 * {@code main [EXTRACTED.jsonl TRUTH.jsonl...]}: prints the quality on the invented sites, and what the site memory wins on extracted pages of real sites with three labelled pages or more: word 4-grams of the extracted
 * text against those of the truth, before and after.
 */
final class SiteMemoryRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MIN_PAGES = 3;

    private SiteMemoryRun() {}

    public static void main(String[] args) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            var quality = SiteMemoryQuality.of(InventedSites.of(30, seed));
            System.out.printf(
                    Locale.ROOT,
                    "invented sites, seed %d: precision %.4f, recall %.4f of what can be told, %.4f of all; %s%n",
                    seed,
                    quality.precision(),
                    quality.recall(),
                    quality.recallOfAll(),
                    quality);
        }
        if (args.length > 1) {
            real(Path.of(args[0]), truths(Arrays.asList(args).subList(1, args.length)));
        }
    }

    private static Map<String, String> truths(List<String> files) throws IOException {
        var truths = new HashMap<String, String>();
        for (var file : files) {
            for (var line : Files.readAllLines(Path.of(file))) {
                JsonNode page = JSON.readTree(line);
                if (page.path("text").asText().length() > 0) {
                    truths.put(page.path("id").asText(), page.path("text").asText());
                }
            }
        }
        return truths;
    }

    private static void real(Path extracted, Map<String, String> truths) throws IOException {
        var bySite = new LinkedHashMap<String, List<JsonNode>>();
        for (var line : Files.readAllLines(extracted)) {
            JsonNode page = JSON.readTree(line);
            if (truths.containsKey(page.path("id").asText())
                    && !page.path("text").asText().isEmpty()) {
                bySite.computeIfAbsent(Sites.of(page.path("url").asText()), site -> new ArrayList<>())
                        .add(page);
            }
        }
        bySite.values().removeIf(pages -> pages.size() < MIN_PAGES);
        var memory = new SiteMemory();
        var store = new MemoryBlockStore();
        double[] f1 = new double[2];
        int[] counts = new int[4];
        bySite.forEach((site, pages) -> {
            for (JsonNode page : pages) {
                var paragraphs = List.of(page.path("text").asText().split("\n\n", -1));
                var cleaned = memory.clean(
                        site,
                        page.path("url").asText(),
                        Instant.EPOCH,
                        page.path("title").asText(),
                        paragraphs,
                        store);
                String truth = truths.get(page.path("id").asText());
                f1[0] += f1(String.join("\n\n", paragraphs), truth);
                f1[1] += f1(String.join("\n\n", cleaned.kept()), truth);
                counts[0]++;
                counts[1] += cleaned.removed().isEmpty() ? 0 : 1;
                for (String block : cleaned.removed()) {
                    counts[2]++;
                    counts[3] += inTruth(block, truth) ? 1 : 0;
                }
            }
        });
        System.out.printf(
                Locale.ROOT,
                "real sites: %d sites, %d pages; %d pages lose something, %d paragraphs, %d of them in the truth; F1 %.4f before, %.4f after%n",
                bySite.size(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                f1[0] / counts[0],
                f1[1] / counts[0]);
    }

    private static boolean inTruth(String block, String truth) {
        var words = String.join(" ", Words.of(block));
        return (" " + String.join(" ", Words.of(truth)) + " ").contains(" " + words + " ");
    }

    private static double f1(String text, String truth) {
        Set<String> found = grams(text);
        Set<String> wanted = grams(truth);
        var both = new HashSet<>(found);
        both.retainAll(wanted);
        return 2.0 * both.size() / Math.max(1, found.size() + wanted.size());
    }

    private static Set<String> grams(String text) {
        var words = Words.of(text);
        var grams = new HashSet<String>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            grams.add(String.join(" ", words.subList(i, i + 4)));
        }
        return grams;
    }
}
