package newsloom.aggregator.story.sketch;

import java.util.List;
import newsloom.aggregator.names.Name;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/**
 * What the decision and the view need of an article, some 2 KB. Immutable.
 *
 * @param lead first one to three sentences, at most {@value Sketcher#LEAD_CHARACTERS} characters
 * @param eventTimeMs publication when credible, else the fetch time
 * @param dateKnown whether {@code eventTimeMs} is the publication
 * @param words number of tokens in the text, without the title
 * @param terms how much each term says by its count alone; not yet weighed by rarity
 * @param names the same for capitalised words and pairs of them
 * @param opening the same for the title and the first sentences
 * @param marks pairs of neighbouring content words that are rare together, the lowest bit set where they stand in a quotation
 * @param titleShape words of the title without figures and calendar words
 * @param titleFigures figures and calendar words of the title
 * @param figures figures of the text
 * @param days days that title and text name, since 1970; see {@link DayMentions}
 * @param openingNames names in title and first sentences, see {@link OpeningNames}
 * @param anchors what reports in other languages share with it; see {@link Anchors}
 * @param keyNames most frequent people, places and organisations, most frequent first
 * @param keyTerms its weightiest words that are no names, as they are written most often, weightiest first
 */
public record Sketch(
        String articleId,
        String url,
        String site,
        String title,
        String lead,
        String language,
        long eventTimeMs,
        boolean dateKnown,
        long fetchTimeMs,
        int words,
        SparseVector terms,
        SparseVector names,
        SparseVector opening,
        KeySet marks,
        KeySet titleShape,
        KeySet titleFigures,
        KeySet figures,
        KeySet days,
        KeySet openingNames,
        KeySet anchors,
        List<Name> keyNames,
        List<String> keyTerms) {
    public Sketch {
        keyNames = List.copyOf(keyNames);
        keyTerms = List.copyOf(keyTerms);
    }
}
