package newsloom.aggregator.story;

import java.util.HexFormat;
import newsloom.text.terms.TermHash;

/** Story ids: 64 bits of the founder article's id, in texts 16 hexadecimal digits. */
public final class StoryIds {
    private StoryIds() {}

    /** @param attempt 0, or more when a story founded by an article of the same id is still there */
    static long of(String founderId, int attempt) {
        return TermHash.of64(attempt == 0 ? founderId : founderId + "\u0000" + attempt);
    }

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
