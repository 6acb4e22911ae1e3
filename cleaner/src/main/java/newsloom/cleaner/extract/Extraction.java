package newsloom.cleaner.extract;

import java.util.List;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.verdict.PageKind;
import newsloom.cleaner.extract.verdict.RejectReason;
import org.jspecify.annotations.Nullable;

/** What a page gave: the article in it, or why there is none. */
public sealed interface Extraction {

    /**
     * The article of a page.
     *
     * @param title the headline as a reader sees it; empty when none was found
     * @param paragraphs the main text in reading order, at least one; without the headline, no empty ones, no line breaks inside
     * @param lead the standfirst or the first paragraph; a text of its own, which may or may not stand in {@code paragraphs}
     * @param authors names of people, or of a desk or agency when no person is named; may be empty
     * @param published when the page says it was published; null when it does not say so credibly
     * @param modified when the page says it was last changed
     * @param language ISO 639-1, or {@code und}
     * @param languageConfidence 0 to 1
     * @param canonicalUrl the URL that the page declares for itself; null when none or when it belongs to another site
     * @param siteName name of the publication as the page gives it
     * @param section the section of the site, as the page gives it
     * @param tags keywords, in the page's order, may be empty
     * @param imageUrl the page's own choice of picture, absolute
     * @param paywalled whether the page says that it is not free to read
     * @param confidence 0 to 1: how clearly article and boilerplate were told apart
     */
    record Content(
            String title,
            List<String> paragraphs,
            String lead,
            List<String> authors,
            @Nullable Published published,
            @Nullable Published modified,
            String language,
            double languageConfidence,
            @Nullable String canonicalUrl,
            @Nullable String siteName,
            @Nullable String section,
            List<String> tags,
            @Nullable String imageUrl,
            boolean paywalled,
            PageKind kind,
            ExtractionMethod method,
            double confidence)
            implements Extraction {

        /** What a page says cannot steer who shows it: see {@link VisibleText}. */
        public Content {
            title = VisibleText.of(title);
            paragraphs = VisibleText.ofAll(paragraphs);
            lead = VisibleText.of(lead);
            authors = VisibleText.ofAll(authors);
            siteName = VisibleText.ofNullable(siteName);
            section = VisibleText.ofNullable(section);
            tags = VisibleText.ofAll(tags);
        }

        /** The paragraphs, separated by an empty line. */
        public String text() {
            return String.join("\n\n", paragraphs);
        }
    }

    /**
     * A page without an article.
     *
     * @param detail one line for a person
     * @param words words of main text that were found all the same
     * @param linkDensity share of the page's visible characters that are links, 0 to 1
     * @param title as far as it was found, may be empty
     * @param published when the page says it was published, null when it does not say so credibly; the page of a short report or of a film has a date too
     * @param language ISO 639-1, or {@code und}
     */
    record Rejection(
            RejectReason reason,
            String detail,
            int words,
            double linkDensity,
            PageKind kind,
            String title,
            @Nullable Published published,
            String language)
            implements Extraction {

        /** As an article's. */
        public Rejection {
            title = VisibleText.of(title);
            detail = VisibleText.of(detail);
        }
    }
}
