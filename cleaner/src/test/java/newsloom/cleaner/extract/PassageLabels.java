package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is known of the passages of a labelled page: whether they are main content, and how much that counts. From a full text a passage counts by its share of the text's
 * tokens to the power 0.7, less when it is in the text in part; where only phrases are given, the passages with one of them count a little and the others nothing.
 */
record PassageLabels(boolean[] main, double[] weights) {

    private static final double TOKENS_POWER = 0.7;
    private static final int MIN_TOKENS = 20;

    /** @param phraseWeight what a passage with a phrase counts for */
    static PassageLabels of(List<String> texts, JsonNode record, double phraseWeight) {
        String truth = record.path("text").asText();
        return truth.isBlank()
                ? ofPhrases(texts, record, phraseWeight)
                : ofText(texts, truth, LabelledPages.doubtful(record));
    }

    private static PassageLabels ofText(List<String> texts, String truth, boolean doubtful) {
        BlockLabels labels = BlockLabels.of(texts, truth);
        double[] weights = new double[texts.size()];
        double all = Math.max(MIN_TOKENS, BlockLabels.tokens(truth).size());
        for (int i = 0; i < weights.length && !doubtful; i++) {
            int tokens = Math.max(1, BlockLabels.tokens(texts.get(i)).size());
            weights[i] = labels.certain()[i] * Math.pow(tokens / all, TOKENS_POWER);
        }
        return new PassageLabels(labels.main(), weights);
    }

    private static PassageLabels ofPhrases(List<String> texts, JsonNode record, double phraseWeight) {
        boolean[] main = new boolean[texts.size()];
        double[] weights = new double[texts.size()];
        for (int i = 0; i < weights.length; i++) {
            boolean with = hasOne(texts.get(i), record.path("with"));
            main[i] = with;
            weights[i] = with || hasOne(texts.get(i), record.path("without")) ? phraseWeight : 0;
        }
        return new PassageLabels(main, weights);
    }

    private static boolean hasOne(String text, JsonNode phrases) {
        for (JsonNode phrase : phrases) {
            String folded = phrase.asText().replaceAll("\\s+", " ").strip();
            if (!folded.isEmpty() && text.contains(folded)) {
                return true;
            }
        }
        return false;
    }
}
