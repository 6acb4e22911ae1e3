package newsloom.cleaner.extract;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.decode.PageDecoder;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.metadata.LineAuthors;
import newsloom.cleaner.extract.metadata.LineHeadline;
import newsloom.cleaner.extract.metadata.PublishedFinder;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.cleaner.extract.page.UrlMentions;
import newsloom.cleaner.extract.page.UrlWords;
import newsloom.cleaner.extract.select.ExplainedText;
import newsloom.cleaner.extract.select.LineSelector;
import newsloom.cleaner.extract.select.Selection;
import newsloom.cleaner.extract.verdict.KindSigns;
import newsloom.cleaner.extract.verdict.PageKind;
import newsloom.cleaner.extract.verdict.PageVerdict;
import newsloom.cleaner.extract.verdict.RejectReason;
import newsloom.text.language.Language;
import newsloom.text.language.LanguageDetector;

/** The article of a page of plain text: read the lines, find the densest run and the headline, select the lines, judge. Thread-safe. */
final class TextPages {

    private static final int LINES_BEFORE_HEADLINE = 3;
    private static final int LINES_AFTER_HEADLINE = 14;
    private static final int MAX_LEAD_CHARS = 600;
    private static final int LANGUAGE_CHARS = 1_200;

    private final ExtractionSettings settings;
    private final LanguageDetector languages;
    private final BoostedTrees trees;

    TextPages(ExtractionSettings settings, LanguageDetector languages, BoostedTrees trees) {
        this.settings = settings;
        this.languages = languages;
        this.trees = trees;
    }

    Extraction extract(RawPage page) {
        List<TextLine> lines = TextLines.read(PageDecoder.decode(page, settings.maxBodyBytes()), settings.maxBlocks());
        DensestRun run = DensestRun.of(lines);
        UrlMentions mentions = UrlMentions.of(lines, UrlWords.of(page.url()));
        Headline headline = LineHeadline.find(lines, run, mentions);
        BitSet live = KindSigns.liveLines(lines, headline.text(), page.url());
        Selection selection = new LineSelector(lines, headline, run, mentions, live, trees).selection();
        Language language = languages.detect(sample(selection, lines), null);
        RejectReason rejected = PageVerdict.ofText(lines, headline, selection, page.url(), settings.minWords());
        PageKind kind = KindSigns.kind(lines, live, headline.text(), page.url());
        return rejected == null
                ? content(page, lines, headline, run, selection, kind, language)
                : rejection(rejected, lines, headline, selection, language);
    }

    /** Every line of the page with its score. */
    List<ExplainedText> explain(RawPage page) {
        List<TextLine> lines = TextLines.read(PageDecoder.decode(page, settings.maxBodyBytes()), settings.maxBlocks());
        DensestRun run = DensestRun.of(lines);
        UrlMentions mentions = UrlMentions.of(lines, UrlWords.of(page.url()));
        Headline headline = LineHeadline.find(lines, run, mentions);
        BitSet live = KindSigns.liveLines(lines, headline.text(), page.url());
        return new LineSelector(lines, headline, run, mentions, live, trees).explanation();
    }

    private static Extraction content(
            RawPage page,
            List<TextLine> lines,
            Headline headline,
            DensestRun run,
            Selection selection,
            PageKind kind,
            Language language) {
        List<TextLine> near = nearHeadline(lines, headline, run);
        String first = selection.paragraphs().get(0);
        return new Extraction.Content(
                headline.text(),
                selection.paragraphs(),
                first.length() <= MAX_LEAD_CHARS ? first : first.substring(0, MAX_LEAD_CHARS),
                LineAuthors.find(lines, near, headline.block(), page.url()),
                PublishedFinder.inLines(lines, near, page, language),
                null,
                language.code(),
                language.confidence(),
                null,
                null,
                null,
                List.of(),
                null,
                false,
                kind,
                ExtractionMethod.PLAIN_TEXT,
                selection.confidence());
    }

    private static Extraction rejection(
            RejectReason reason, List<TextLine> lines, Headline headline, Selection selection, Language language) {
        String detail = "%d words of main text in %d lines".formatted(selection.words(), lines.size());
        double menus = PageVerdict.menuShare(lines);
        return new Extraction.Rejection(
                reason,
                detail,
                selection.words(),
                menus,
                PageVerdict.kind(reason),
                headline.text(),
                null,
                language.code());
    }

    /** Where byline and date are looked for: below the headline first, then right above it, then below an earlier line that says the same. */
    private static List<TextLine> nearHeadline(List<TextLine> lines, Headline headline, DensestRun run) {
        int at = headline.block() <= 0 && run.from() > LINES_AFTER_HEADLINE
                ? run.from() - LINES_AFTER_HEADLINE
                : Math.max(0, headline.block());
        IntStream above = IntStream.range(Math.max(0, at - LINES_BEFORE_HEADLINE), at + 1);
        IntStream earlier = IntStream.iterate(at - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> headline.saidAgainBy(lines.get(i).text()))
                .flatMap(i -> below(lines, i));
        return IntStream.concat(IntStream.concat(below(lines, at), above), earlier)
                .mapToObj(lines::get)
                .toList();
    }

    private static IntStream below(List<TextLine> lines, int line) {
        return IntStream.range(line + 1, Math.min(lines.size(), line + LINES_AFTER_HEADLINE + 1));
    }

    private static String sample(Selection selection, List<TextLine> lines) {
        StringBuilder sample = new StringBuilder();
        List<String> texts = selection.paragraphs().isEmpty()
                ? lines.stream().map(TextLine::text).toList()
                : selection.paragraphs();
        for (int i = 0; i < texts.size() && sample.length() < LANGUAGE_CHARS; i++) {
            sample.append(texts.get(i)).append('\n');
        }
        return sample.toString();
    }
}
