package newsloom.cleaner.extract;

import java.util.List;
import newsloom.cleaner.extract.decode.Payload;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.select.ExplainedText;
import newsloom.cleaner.extract.verdict.PageVerdict;
import newsloom.cleaner.extract.verdict.RejectReason;
import newsloom.text.language.LanguageDetector;

/**
 * Takes the article out of a page, or says why there is none. Whatever the bytes are, the answer is a value and not an exception; time and memory are bounded by
 * {@link ExtractionSettings}.
 *
 * <p>Thread-safe. Costs 1.6 to 2 times the bare parse of an HTML page.
 */
public final class ArticleExtractor {

    private final HtmlPages htmlPages;
    private final TextPages textPages;

    public ArticleExtractor(ExtractionSettings settings) {
        this(settings, ExtractionModels.shipped());
    }

    ArticleExtractor(ExtractionSettings settings, ExtractionModels models) {
        LanguageDetector languages = new LanguageDetector();
        this.htmlPages = new HtmlPages(settings, languages, models.blocks());
        this.textPages = new TextPages(settings, languages, models.lines());
    }

    /** The article of the page, or a rejection. */
    public Extraction extract(RawPage page) {
        RejectReason refused = PageVerdict.ofResponse(page);
        if (refused != null) {
            return refusal(refused, page);
        }
        return Payload.of(page) == Payload.TEXT ? textPages.extract(page) : htmlPages.extract(page);
    }

    /** Why each block of the page is in the article or not, in the order of the page; empty for what is not read as a page. */
    public List<ExplainedText> explain(RawPage page) {
        if (PageVerdict.ofResponse(page) != null) {
            return List.of();
        }
        return Payload.of(page) == Payload.TEXT ? textPages.explain(page) : htmlPages.explain(page);
    }

    private static Extraction refusal(RejectReason reason, RawPage page) {
        String detail = "status %d, %s, %d bytes".formatted(page.status(), page.contentType(), page.body().length);
        return new Extraction.Rejection(reason, detail, 0, 0, PageVerdict.kind(reason), "", null, "und");
    }
}
