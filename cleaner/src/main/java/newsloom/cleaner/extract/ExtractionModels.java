package newsloom.cleaner.extract;

import java.util.List;
import newsloom.cleaner.extract.feature.BlockFeatures;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.feature.LineFeatures;
import newsloom.cleaner.extract.words.ResourceLines;

/** The trained parts of the extraction: trees over the blocks of HTML pages and over the lines of plain-text pages. Immutable. */
record ExtractionModels(BoostedTrees blocks, BoostedTrees lines) {

    /** Those that stand beside the classes. */
    static ExtractionModels shipped() {
        return of(
                ResourceLines.read(ExtractionModels.class, "html-blocks.trees"),
                ResourceLines.read(ExtractionModels.class, "text-lines.trees"));
    }

    static ExtractionModels of(List<String> blockTrees, List<String> lineTrees) {
        return new ExtractionModels(
                BoostedTrees.of(blockTrees, BlockFeatures.names()), BoostedTrees.of(lineTrees, LineFeatures.names()));
    }
}
