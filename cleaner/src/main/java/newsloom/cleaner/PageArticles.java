package newsloom.cleaner;

import java.time.Instant;
import java.util.Optional;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Page;

/** The article of a page as the first step of the cleaner finds it, for who looks into a decision afterwards: site memory and versions are not in it. Thread-safe. */
public final class PageArticles {

    private final PageExtraction extraction = new PageExtraction(ExtractionSettings.defaults());

    /** The id of an article whose page declares no other address for itself. */
    public static String id(String url) {
        return PageRecords.id(url);
    }

    /** Whether the page was found at that address; any address that is keyed alike. */
    public static boolean isAt(Page page, String url) {
        String found = page.getFinalUrl() == null ? page.getUrl() : page.getFinalUrl();
        return UrlKey.of(found).equals(UrlKey.of(url));
    }

    /**
     * The article; empty for a page that has none.
     *
     * @param arrival when the page came into its topic
     */
    public Optional<Article> of(Page page, Instant arrival) {
        var records = new PageRecords(page, arrival.toEpochMilli());
        return extraction.of(records) instanceof Extraction.Content content
                ? Optional.of(records.article(content))
                : Optional.empty();
    }
}
