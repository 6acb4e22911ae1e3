package newsloom.cleaner.extract.select;

import java.util.List;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.words.TextShape;

/**
 * The texts chosen as main content, in reading order.
 *
 * @param confidence mean probability of the chosen texts, weighted by their length; 0 when nothing was chosen
 */
public record Selection(List<String> paragraphs, int words, double confidence) {

    /** Texts in reading order, whose words are yet to be counted. */
    public static Selection of(List<String> paragraphs, double confidence) {
        int words =
                paragraphs.stream().mapToInt(text -> TextShape.of(text).words()).sum();
        return new Selection(List.copyOf(paragraphs), words, paragraphs.isEmpty() ? 0 : confidence);
    }

    /** The same of passages, whose words are counted already. */
    static Selection ofPassages(List<? extends Passage> passages, double confidence) {
        int words =
                passages.stream().mapToInt(passage -> passage.shape().words()).sum();
        return new Selection(passages.stream().map(Passage::text).toList(), words, passages.isEmpty() ? 0 : confidence);
    }

    /** The words that stand in sentences. */
    public int wordsInSentences() {
        return paragraphs.stream()
                .map(TextShape::of)
                .filter(TextShape::sentence)
                .mapToInt(TextShape::words)
                .sum();
    }
}
