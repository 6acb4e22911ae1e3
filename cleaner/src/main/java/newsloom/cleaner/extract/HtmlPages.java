package newsloom.cleaner.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.PageDecoder;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.metadata.AuthorFinder;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.metadata.PublishedFinder;
import newsloom.cleaner.extract.metadata.TitleFinder;
import newsloom.cleaner.extract.notice.ConsentDialogs;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageHints;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.PageWalker;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.ScriptedText;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.select.BlockSelector;
import newsloom.cleaner.extract.select.Captions;
import newsloom.cleaner.extract.select.ExplainedText;
import newsloom.cleaner.extract.select.Rule;
import newsloom.cleaner.extract.select.Selection;
import newsloom.cleaner.extract.verdict.KindSigns;
import newsloom.cleaner.extract.verdict.PageKind;
import newsloom.cleaner.extract.verdict.PageVerdict;
import newsloom.cleaner.extract.verdict.RejectReason;
import newsloom.text.language.Language;
import newsloom.text.language.LanguageDetector;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The article of an HTML page: parse, walk, find the metadata, select the blocks, judge. Thread-safe. */
final class HtmlPages {

    private static final int LANGUAGE_CHARS = 1_200;
    private static final int MAX_LEAD_CHARS = 600;
    /** A page that shows nothing has a logo and a menu at most. */
    private static final int MAX_BLANK_BLOCKS = 40;

    private static final int MIN_TOLD_WORDS = 80;
    private static final int MIN_TOLD_GAIN = 2;
    private static final double TOLD_CONFIDENCE = 0.5;

    private final ExtractionSettings settings;
    private final LanguageDetector languages;
    private final BoostedTrees trees;

    HtmlPages(ExtractionSettings settings, LanguageDetector languages, BoostedTrees trees) {
        this.settings = settings;
        this.languages = languages;
        this.trees = trees;
    }

    Extraction extract(RawPage page) {
        PageTree tree = read(page, settings);
        LinkedData data = LinkedData.read(tree.hints().linkedData());
        SiteNames site = SiteNames.of(tree.hints(), data, page.url());
        Headline headline = TitleFinder.find(tree, data, site);
        ConsentDialogs dialogs = ConsentDialogs.of(tree, site);
        Selection text = orToldText(BlockSelector.select(tree, headline, dialogs, trees), data);
        boolean gallery = KindSigns.gallery(tree, data, headline.text(), text, page.url());
        Selection selection = gallery ? Captions.addTo(text, tree, headline) : text;
        Language language =
                languages.detect(sample(selection, tree), tree.hints().language());
        Published published = PublishedFinder.find(tree, data, headline, page, language);
        RejectReason rejected =
                PageVerdict.of(tree, headline.text(), selection, dialogs, page, data, published, settings.minWords());
        return rejected == null
                ? content(page, tree, data, site, headline, selection, gallery, published, language)
                : rejection(rejected, tree, headline, selection, gallery, published, language);
    }

    /** Every block of the page with its score. */
    List<ExplainedText> explain(RawPage page) {
        PageTree tree = read(page, settings);
        LinkedData data = LinkedData.read(tree.hints().linkedData());
        SiteNames site = SiteNames.of(tree.hints(), data, page.url());
        Headline headline = TitleFinder.find(tree, data, site);
        ConsentDialogs dialogs = ConsentDialogs.of(tree, site);
        List<ExplainedText> texts = BlockSelector.explain(tree, headline, dialogs, trees);
        Selection shown = BlockSelector.select(tree, headline, dialogs, trees);
        if (!orToldText(shown, data).equals(shown)) {
            return texts.stream()
                    .map(text -> text.kept() ? text.overruled(false, Rule.TOLD_INSTEAD) : text)
                    .toList();
        }
        return KindSigns.gallery(tree, data, headline.text(), shown, page.url())
                ? withCaptions(texts, Captions.addTo(shown, tree, headline))
                : texts;
    }

    private static List<ExplainedText> withCaptions(List<ExplainedText> texts, Selection selection) {
        Set<String> wanted = new HashSet<>(selection.paragraphs());
        texts.stream().filter(ExplainedText::kept).map(ExplainedText::text).forEach(wanted::remove);
        return texts.stream()
                .map(text -> wanted.remove(text.text()) ? text.overruled(true, Rule.CAPTION) : text)
                .toList();
    }

    /** Parses and walks the page; what only scripts would show is shown. */
    static PageTree read(RawPage page, ExtractionSettings settings) {
        PageTree tree = walk(parse(PageDecoder.lean(page, settings.maxBodyBytes(), settings.maxNodes())), settings);
        Region all = tree.regions().get(0);
        if (all.goodWeight > 0) {
            return tree;
        }
        Document whole = parse(PageDecoder.leanWithScripts(page, settings.maxBodyBytes(), settings.maxNodes()));
        boolean blank = all.goodBlocks == 0 && tree.blocks().size() <= MAX_BLANK_BLOCKS;
        boolean shown = ScriptedText.showTemplates(whole) || (blank && ScriptedText.show(whole));
        return shown ? walk(whole, settings) : tree;
    }

    private static PageTree walk(Document document, ExtractionSettings settings) {
        return PageWalker.walk(document, settings.maxNodes(), settings.maxBlocks());
    }

    private static Document parse(String html) {
        Document document = Jsoup.parse(html);
        if (ScriptedText.streamed(html)) {
            ScriptedText.placeLateParts(document);
        }
        return document;
    }

    private static Extraction content(
            RawPage page,
            PageTree tree,
            LinkedData data,
            SiteNames site,
            Headline headline,
            Selection selection,
            boolean gallery,
            @Nullable Published published,
            Language language) {
        PageHints hints = tree.hints();
        return new Extraction.Content(
                headline.text(),
                selection.paragraphs(),
                lead(hints, selection),
                AuthorFinder.find(tree, data, headline, site, page.url()),
                published,
                PublishedFinder.modified(tree, data, headline, page, language, published),
                language.code(),
                language.confidence(),
                PageUrls.canonical(hints, page.url()),
                emptyToNull(SiteNames.declared(hints, data)),
                data.section() != null ? data.section() : hints.meta("article:section", "section"),
                tags(hints, data),
                PageUrls.absolute(
                        data.image() != null ? data.image() : hints.meta("og:image", "twitter:image"), page.url()),
                data.paywalled() || hints.paywalled() || closed(hints.meta("article:content_tier")),
                KindSigns.kind(tree, data, headline, gallery, page.url()),
                ExtractionMethod.HTML,
                selection.confidence());
    }

    private static Extraction rejection(
            RejectReason reason,
            PageTree tree,
            Headline headline,
            Selection selection,
            boolean gallery,
            @Nullable Published published,
            Language language) {
        double linkDensity = tree.regions().get(0).linkShare();
        String detail = "%d words of main text in %d blocks, %.0f %% of the text are links"
                .formatted(selection.words(), tree.blocks().size(), linkDensity * 100);
        return new Extraction.Rejection(
                reason,
                detail,
                selection.words(),
                linkDensity,
                gallery && reason == RejectReason.TOO_SHORT ? PageKind.GALLERY : PageVerdict.kind(reason),
                headline.text(),
                published,
                language.code());
    }

    /** The text that JSON-LD has, where the page shows too little of it: scripts would fill in the rest. */
    /** Where the page shows nothing, a text that it tells machines has to be no longer than any other. */
    private Selection orToldText(Selection selection, LinkedData data) {
        int shown = selection.paragraphs().stream().mapToInt(String::length).sum();
        if (data.body().length() <= shown * MIN_TOLD_GAIN) {
            return selection;
        }
        Selection told = Selection.of(data.paragraphs(), TOLD_CONFIDENCE);
        int least = selection.words() == 0 ? settings.minWords() : MIN_TOLD_WORDS;
        return told.words() >= least && told.words() > selection.words() * MIN_TOLD_GAIN ? told : selection;
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

    /** Whether a tier of content, as Facebook's instant articles name them, is not open to all. */
    private static boolean closed(@Nullable String tier) {
        return "locked".equals(tier) || "metered".equals(tier);
    }
}
