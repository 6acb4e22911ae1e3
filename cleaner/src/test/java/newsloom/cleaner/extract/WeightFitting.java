package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/**
 * Fits the weights of {@link BlockFeatures} by logistic regression on labelled pages: {@code WeightFitting TRUTH_FOLDER OUT [FOLD]}. With a fold (0 to 4) the sites
 * of that fold are left out, and their ids are printed, so that a score on them is honest. The same input gives the same weights.
 */
public final class WeightFitting {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FOLDS = 5;
    static final List<String> SETS = List.of("scrapinghub", "atd", "fundus", "wcxb");
    private static final List<String> KINDS = List.of("news", "article", "live");

    private WeightFitting() {}

    public static void main(String[] arguments) throws IOException {
        Path truth = Path.of(arguments[0]);
        int leftOut = arguments.length > 2 ? Integer.parseInt(arguments[2]) : -1;
        LogisticRegression regression = new LogisticRegression(BlockFeatures.NAMES);
        for (String set : SETS) {
            for (JsonNode record : records(truth, set, leftOut)) {
                add(regression, truth, record);
            }
        }
        regression.fit(new Random(1));
        Files.writeString(Path.of(arguments[1]), regression.lines());
    }

    /** Records of article pages with a trustworthy text, without the sites of the fold that is left out (whose ids are printed). */
    static List<JsonNode> records(Path truth, String set, int leftOut) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(truth.resolve(set + ".jsonl"))) {
            JsonNode record = JSON.readTree(line);
            if (!KINDS.contains(record.path("kind").asText())
                    || record.path("text").asText().isBlank()) {
                continue;
            }
            if (Math.floorMod(record.path("site").asText().hashCode(), FOLDS) == leftOut) {
                System.out.println(record.path("id").asText());
            } else if (!record.has("suspect") && record.path("in_page").asDouble(1) >= 0.7) {
                records.add(record);
            }
        }
        return records;
    }

    private static void add(LogisticRegression regression, Path truth, JsonNode record) throws IOException {
        PageTree tree = PageWalker.walk(Jsoup.parse(html(truth, record)), ExtractionSettings.defaults());
        Headline headline = TitleFinder.find(
                tree,
                LinkedData.read(tree.hints().linkedData()),
                record.path("url").asText());
        BlockFeatures features = new BlockFeatures(tree, headline, BestRegion.of(tree, headline));
        boolean[] labels = BlockLabels.of(
                tree.blocks().stream().map(Block::text).toList(),
                record.path("text").asText());
        double tokens =
                Math.max(20, BlockLabels.tokens(record.path("text").asText()).size());
        FeatureRow row = new FeatureRow();
        for (Block block : tree.blocks()) {
            features.fill(row, block);
            int size = BlockLabels.tokens(block.text()).size();
            regression.add(row, labels[block.index()], Math.pow(Math.max(1, size) / tokens, 0.7));
        }
    }

    private static String html(Path truth, JsonNode record) throws IOException {
        try (InputStream bytes = new GZIPInputStream(
                Files.newInputStream(truth.resolve(record.path("html").asText())))) {
            RawPage page = new RawPage(
                    record.path("url").asText(),
                    bytes.readAllBytes(),
                    "text/html",
                    record.path("encoding").isTextual()
                            ? record.path("encoding").asText()
                            : null,
                    200,
                    Instant.EPOCH);
            return PageDecoder.decode(page, ExtractionSettings.defaults().maxBodyBytes());
        }
    }
}
