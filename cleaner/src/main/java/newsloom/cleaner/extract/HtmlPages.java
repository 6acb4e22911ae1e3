package newsloom.cleaner.extract;

import java.util.List;
import newsloom.text.language.Language;
import newsloom.text.language.LanguageDetector;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The article of an HTML page: parse, walk, find the metadata, select the blocks, judge. Thread-safe. */
final class HtmlPages {

    private static final int LANGUAGE_CHARS = 1_200;
    private static final int MAX_LEAD_CHARS = 600;

    private final ExtractionSettings settings;
    private final LanguageDetector languages;
    private final BoostedTrees trees;

    HtmlPages(ExtractionSettings settings, LanguageDetector languages, BoostedTrees trees) {
        this.settings = settings;
        this.languages = languages;
        this.trees = trees;
    }

    Extraction extract(RawPage page) {
        String html = PageDecoder.decode(page, settings.maxBodyBytes());
        PageTree tree = PageWalker.walk(Jsoup.parse(html), settings);
        LinkedData data = LinkedData.read(tree.hints().linkedData());
        Headline headline = TitleFinder.find(tree, data, page.url());
        Selection selection = BlockSelector.select(tree, headline, trees);
        Language language =
                languages.detect(sample(selection, tree), tree.hints().language());
        RejectReason rejected = PageVerdict.of(tree, headline.text(), selection, page, data, settings.minWords());
        return rejected == null
                ? content(page, tree, data, headline, selection, language)
                : rejection(rejected, tree, headline, selection, language);
    }

    /** Every block of the page with its score. */
    List<ExplainedText> explain(RawPage page) {
        PageTree tree = PageWalker.walk(Jsoup.parse(PageDecoder.decode(page, settings.maxBodyBytes())), settings);
        Headline headline = TitleFinder.find(tree, LinkedData.read(tree.hints().linkedData()), page.url());
        return BlockSelector.explain(tree, headline, trees);
    }

    private static Extraction content(
            RawPage page, PageTree tree, LinkedData data, Headline headline, Selection selection, Language language) {
        PageHints hints = tree.hints();
        return new Extraction.Content(
                headline.text(),
                selection.paragraphs(),
                lead(hints, selection),
                AuthorFinder.find(tree, data, headline),
                PublishedFinder.find(tree, data, headline, page),
                PublishedFinder.modified(tree, data, page),
                language.code(),
                language.confidence(),
                PageUrls.canonical(hints, page.url()),
                emptyToNull(SiteNames.declared(hints, data)),
                data.section() != null ? data.section() : hints.meta("article:section", "section"),
                tags(hints, data),
                PageUrls.absolute(
                        data.image() != null ? data.image() : hints.meta("og:image", "twitter:image"), page.url()),
                data.paywalled() || "locked".equals(hints.meta("article:content_tier")),
                PageVerdict.kind(tree, data, page),
                ExtractionMethod.HTML,
                selection.confidence());
    }

    private static Extraction rejection(
            RejectReason reason, PageTree tree, Headline headline, Selection selection, Language language) {
        double linkDensity = tree.regions().get(0).linkShare();
        String detail = "%d words of main text in %d blocks, %.0f %% of the text are links"
                .formatted(selection.words(), tree.blocks().size(), linkDensity * 100);
        return new Extraction.Rejection(
                reason,
                detail,
                selection.words(),
                linkDensity,
                PageVerdict.kind(reason),
                headline.text(),
                language.code());
    }

    /** The first words of the main text; of the whole page when there is none. */
    private static String sample(Selection selection, PageTree tree) {
        StringBuilder sample = new StringBuilder();
        List<String> texts = selection.paragraphs().isEmpty()
                ? tree.blocks().stream().map(Block::text).toList()
                : selection.paragraphs();
        for (int i = 0; i < texts.size() && sample.length() < LANGUAGE_CHARS; i++) {
            sample.append(texts.get(i)).append('\n');
        }
        return sample.toString();
    }

    private static String lead(PageHints hints, Selection selection) {
        String told = hints.meta("og:description", "description");
        String first =
                selection.paragraphs().isEmpty() ? "" : selection.paragraphs().get(0);
        String lead = told == null || told.length() < 40 ? first : told;
        return lead.length() <= MAX_LEAD_CHARS ? lead : lead.substring(0, MAX_LEAD_CHARS);
    }

    private static List<String> tags(PageHints hints, LinkedData data) {
        if (!hints.metas("article:tag").isEmpty()) {
            return hints.metas("article:tag").stream().distinct().toList();
        }
        if (!data.keywords().isEmpty()) {
            return data.keywords();
        }
        String keywords = hints.meta("news_keywords", "keywords");
        return keywords == null
                ? List.of()
                : List.of(keywords.split("\\s*[,;]\\s*")).stream()
                        .filter(word -> !word.isBlank())
                        .distinct()
                        .limit(50)
                        .toList();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
