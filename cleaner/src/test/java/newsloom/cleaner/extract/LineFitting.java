package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Fits the weights of {@link LineFeatures} on the labelled pages as plain text: {@code LineFitting TRUTH_FOLDER OUT [FOLD]}, as {@link WeightFitting} does. */
public final class LineFitting {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_LINES = 20_000;

    private LineFitting() {}

    public static void main(String[] arguments) throws IOException {
        Path truth = Path.of(arguments[0]);
        int leftOut = arguments.length > 2 ? Integer.parseInt(arguments[2]) : -1;
        LogisticRegression regression = new LogisticRegression(LineFeatures.NAMES);
        for (String set : WeightFitting.SETS) {
            for (String renderer : List.of("flat", "lynx", "w3m")) {
                Map<String, String> pages = pages(truth.resolve("text/" + set + "." + renderer + ".jsonl.gz"));
                for (JsonNode record : WeightFitting.records(truth, set, leftOut)) {
                    String page = pages.get(record.path("id").asText());
                    if (page != null) {
                        add(regression, page, record.path("text").asText(), renderer.equals("flat") ? 1 : 0.5);
                    }
                }
            }
        }
        regression.fit(new Random(1));
        Files.writeString(Path.of(arguments[1]), regression.lines());
    }

    private static Map<String, String> pages(Path packed) throws IOException {
        Map<String, String> pages = new HashMap<>();
        if (Files.exists(packed)) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode record = JSON.readTree(line);
                    pages.put(record.path("id").asText(), record.path("text").asText());
                }
            }
        }
        return pages;
    }

    private static void add(LogisticRegression regression, String page, String truth, double share) {
        List<TextLine> lines = TextLines.read(page, MAX_LINES);
        DensestRun run = DensestRun.of(lines);
        LineFeatures features = new LineFeatures(lines, LineHeadline.find(lines, run), run);
        boolean[] labels = BlockLabels.of(lines.stream().map(TextLine::text).toList(), truth);
        double tokens = Math.max(20, BlockLabels.tokens(truth).size());
        FeatureRow row = new FeatureRow();
        for (TextLine line : lines) {
            features.fill(row, line);
            int size = BlockLabels.tokens(line.text()).size();
            regression.add(row, labels[line.index()], share * Math.pow(Math.max(1, size) / tokens, 0.7));
        }
    }
}
