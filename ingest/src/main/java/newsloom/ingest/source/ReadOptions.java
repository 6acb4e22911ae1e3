package newsloom.ingest.source;

import newsloom.ingest.json.JsonShape;
import newsloom.ingest.page.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How sources are to be read.
 *
 * @param limits what is taken of one page
 * @param jsonShape of all JSON lines; null where each line shows its own
 * @param pathsAreUrls a page file without a side-car below a folder that is called as a host has the URL that its path says, as {@code
 *     wget -r} leaves them
 */
public record ReadOptions(Limits limits, @Nullable JsonShape jsonShape, boolean pathsAreUrls) {
    public static final ReadOptions DEFAULT = new ReadOptions(Limits.DEFAULT, null, false);
}
