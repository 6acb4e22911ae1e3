package newsloom.cleaner;

import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;

/** Finds the article of a page, or takes it as it is where somebody has extracted it already. Thread-safe. */
final class PageExtraction {
    private final ArticleExtractor extractor;
    private final GivenText givenText;

    PageExtraction(ExtractionSettings settings) {
        this.extractor = new ArticleExtractor(settings);
        this.givenText = new GivenText(settings.minWords());
    }

    Extraction of(PageRecords records) {
        return records.given()
                ? givenText.extract(records.rawPage(), records.hints())
                : extractor.extract(records.rawPage());
    }
}
