package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.cleaner.extract.feature.BlockFeatures;
import newsloom.cleaner.extract.feature.FeatureRow;
import newsloom.cleaner.extract.feature.LineFeatures;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.metadata.LineHeadline;
import newsloom.cleaner.extract.metadata.TitleFinder;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.cleaner.extract.page.UrlMentions;
import newsloom.cleaner.extract.page.UrlWords;

/**
 * Writes what the trees are trained on: {@code FeatureDump TRUTH_FOLDER OUT html|text}. {@code OUT.names} has the names of the features, a line each; {@code OUT.pages} a line a
 * page: number of rows, fold, data set and renderer, id, with tabs between; {@code OUT.rows} a row a block or line: label, weight and features as floats, big end first. No word of
 * a page is in them.
 */
public final class FeatureDump {

    private static final List<String> KINDS = List.of("news", "article", "live", "mixed");
    private static final List<String> SETS =
            List.of("scrapinghub", "atd", "fundus", "wcxb", "newspaper4k", "trafilatura");

    /** What a block with a phrase weighs on pages of which only phrases are known. */
    private static final double HTML_PHRASE_WEIGHT = 0.3;

    private static final double TEXT_PHRASE_WEIGHT = 0.12;

    private final LabelledPages labelled;
    private final DataOutputStream rows;
    private final PrintWriter pages;

    private FeatureDump(LabelledPages labelled, DataOutputStream rows, PrintWriter pages) {
        this.labelled = labelled;
        this.rows = rows;
        this.pages = pages;
    }

    public static void main(String[] arguments) throws IOException {
        String out = arguments[1];
        boolean html = arguments[2].equals("html");
        Files.write(Path.of(out + ".names"), html ? BlockFeatures.names() : LineFeatures.names());
        try (DataOutputStream rows =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(out + ".rows"))));
                PrintWriter pages = new PrintWriter(out + ".pages", StandardCharsets.UTF_8)) {
            FeatureDump dump = new FeatureDump(new LabelledPages(Path.of(arguments[0])), rows, pages);
            for (String set : SETS) {
                if (html) {
                    dump.htmlPages(set);
                } else {
                    dump.textPages(set);
                }
            }
        }
    }

    private void htmlPages(String set) throws IOException {
        for (JsonNode record : labelled.records(set)) {
            if (KINDS.contains(record.path("kind").asText())) {
                PageTree tree = HtmlPages.read(labelled.html(record), ExtractionSettings.defaults());
                LinkedData data = LinkedData.read(tree.hints().linkedData());
                SiteNames site =
                        SiteNames.of(tree.hints(), data, record.path("url").asText());
                Headline headline = TitleFinder.find(tree, data, site);
                BlockFeatures features = new BlockFeatures(tree, headline);
                write(record, set, tree.blocks(), features::fill, HTML_PHRASE_WEIGHT);
            }
        }
    }

    private void textPages(String set) throws IOException {
        Map<String, JsonNode> records = new HashMap<>();
        labelled.records(set).forEach(record -> records.put(record.path("id").asText(), record));
        for (String renderer : LabelledPages.RENDERERS) {
            for (JsonNode rendered : labelled.rendered(set, renderer)) {
                JsonNode record = records.get(rendered.path("id").asText());
                if (record != null && KINDS.contains(record.path("kind").asText())) {
                    List<TextLine> lines = TextLines.read(
                            rendered.path("text").asText(),
                            ExtractionSettings.defaults().maxBlocks());
                    DensestRun run = DensestRun.of(lines);
                    UrlMentions mentions =
                            UrlMentions.of(lines, UrlWords.of(record.path("url").asText()));
                    LineFeatures features =
                            new LineFeatures(lines, LineHeadline.find(lines, run, mentions), run, mentions);
                    write(record, set + "." + renderer, lines, features::fill, TEXT_PHRASE_WEIGHT);
                }
            }
        }
    }

    private interface Filler<P> {
        void fill(FeatureRow row, P passage);
    }

    private <P extends Passage> void write(
            JsonNode record, String set, List<P> passages, Filler<P> features, double phraseWeight) throws IOException {
        PassageLabels labels =
                PassageLabels.of(passages.stream().map(Passage::text).toList(), record, phraseWeight);
        FeatureRow row = FeatureRow.unnamed();
        for (P passage : passages) {
            features.fill(row, passage);
            rows.writeFloat(labels.main()[passage.index()] ? 1 : 0);
            rows.writeFloat((float) labels.weights()[passage.index()]);
            for (int i = 0; i < row.size(); i++) {
                rows.writeFloat(row.value(i));
            }
        }
        pages.println(passages.size() + "\t" + LabelledPages.fold(record) + "\t" + set + "\t"
                + record.path("id").asText());
    }
}
