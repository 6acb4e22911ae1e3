package newsloom.aggregator.story.decide;

import java.util.HexFormat;
import newsloom.text.terms.TermHash;

/** Story ids: 64 bits of the founder article's id and language, in texts 16 hexadecimal digits. */
public final class StoryIds {
    private StoryIds() {}

    /**
     * The id of a story; an article whose new version is in another language founds another one there.
     *
     * @param attempt 0, or more when a story founded by an article of the same id is still there
     */
    public static long of(String founderId, String language, int attempt) {
        String founder = language + "\u0000" + founderId;
        return TermHash.of64(attempt == 0 ? founder : founder + "\u0000" + attempt);
    }

    /** The id as readers see it. */
    public static String text(long id) {
        return HexFormat.of().toHexDigits(id);
    }

    /**
     * The id that {@link #text} wrote.
     *
     * @throws IllegalArgumentException when the text is no story id
     */
    public static long parse(String text) {
        return HexFormat.fromHexDigitsToLong(text);
    }
}
