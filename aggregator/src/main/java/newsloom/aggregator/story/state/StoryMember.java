package newsloom.aggregator.story.state;

import java.util.List;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/**
 * An article of a story as readers see it.
 *
 * @param eventTimeMs publication when known, else the fetch time
 * @param names names in it as they are written, most frequent first
 * @param terms its key words, see {@link Sketch}, but for parts of its names
 * @param opening weights of title and first sentences, to find the member in the middle
 * @param anchors what reports in other languages share with it
 */
public record StoryMember(
        String articleId,
        String url,
        String site,
        String title,
        String lead,
        String language,
        long eventTimeMs,
        boolean dateKnown,
        long fetchTimeMs,
        List<Name> names,
        List<String> terms,
        SparseVector opening,
        KeySet anchors) {
    private static final int MAX_OPENING = 20;

    public StoryMember {
        names = List.copyOf(names);
        terms = List.copyOf(terms);
    }

    /** What readers see of a sketched article. */
    public static StoryMember of(Sketch sketch) {
        return new StoryMember(
                sketch.articleId(),
                sketch.url(),
                sketch.site(),
                sketch.title(),
                sketch.lead(),
                sketch.language(),
                sketch.eventTimeMs(),
                sketch.dateKnown(),
                sketch.fetchTimeMs(),
                sketch.keyNames(),
                sketch.keyTerms().stream()
                        .filter(term -> sketch.keyNames().stream().noneMatch(name -> holds(name.text(), term)))
                        .toList(),
                sketch.opening().heaviest(MAX_OPENING),
                sketch.anchors());
    }

    /** Whether a term is a part of a name: one of its words, or, written without spaces, a piece of it. */
    private static boolean holds(String name, String term) {
        int at = name.indexOf(term);
        int end = at + term.length();
        boolean words = (at == 0 || (at > 0 && name.charAt(at - 1) == ' '))
                && (end == name.length() || (end < name.length() && name.charAt(end) == ' '));
        return at >= 0 && (words || isUnspaced(term));
    }

    private static boolean isUnspaced(String term) {
        Character.UnicodeScript script = Character.UnicodeScript.of(term.codePointAt(0));
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.KATAKANA;
    }
}
