package newsloom.aggregator.story.sketch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as the sketcher takes it.
 *
 * @param site registrable domain of the publisher, empty when unknown
 * @param title may be empty
 * @param text paragraphs, may be empty
 * @param language ISO 639-1, empty when unknown
 * @param published as the page says, null when it does not
 */
public record ArticleText(
        String id,
        String url,
        String site,
        String title,
        String text,
        String language,
        @Nullable Instant published,
        Instant fetchTime) {}
