package newsloom.cleaner.extract.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.date.PublishedSource;
import newsloom.cleaner.extract.decode.Payload;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.notice.ConsentDialogs;
import newsloom.cleaner.extract.notice.ConsentText;
import newsloom.cleaner.extract.notice.ErrorText;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.UrlWords;
import newsloom.cleaner.extract.select.Selection;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.TextShape;
import org.jspecify.annotations.Nullable;

/** Decides whether what was selected is an article or why not. */
public final class PageVerdict {

    private static final String NEWS_ARTICLE = "NewsArticle";
    private static final int MAX_HEADINGS = 4;
    private static final int FEW_CHARS = 80;
    private static final int FIRST_LINES = 20;
    private static final int SHORT_WORDS = 120;
    private static final int LONG_WORDS = 300;
    private static final int PROSE_WORDS = 12;
    private static final int STORY_WORDS = 60;
    private static final int BRIEF_WORDS = 25;
    /** Dates that are of the text, and not of whatever was there. */
    private static final Set<PublishedSource> DATED = EnumSet.of(
            PublishedSource.JSON_LD,
            PublishedSource.META,
            PublishedSource.MICRODATA,
            PublishedSource.TIME_ELEMENT,
            PublishedSource.VISIBLE_TEXT);

    private static final int NO_PROSE =
            Notices.APPEAL.first() | Notices.AFTERWORD.first() | Notices.COPYRIGHT.anywhere() | Notices.CONSENT.first();
    private static final double LINKED = 0.5;
    private static final double MOSTLY = 0.5;
    private static final double HARDLY_ANY = 0.3;
    private static final int MANY_LINES = 40;

    private PageVerdict() {}

    /** What is not an article by the look of the fetch alone; null when the page should be read. */
    public static @Nullable RejectReason ofResponse(RawPage page) {
        if (page.status() >= 400) {
            return RejectReason.ERROR;
        }
        if (page.body().length == 0) {
            return RejectReason.EMPTY;
        }
        return Payload.of(page) == Payload.OTHER ? RejectReason.NOT_HTML : null;
    }

    /** Why the selection is no article; null when it is one. */
    public static @Nullable RejectReason of(
            PageTree tree,
            String title,
            Selection selection,
            ConsentDialogs dialogs,
            RawPage page,
            LinkedData data,
            @Nullable Published published,
            int minWords) {
        Region all = tree.regions().get(0);
        boolean isShort = tooShort(selection, minWords);
        if (selection.words() < SHORT_WORDS && error(tree, title, selection, data, published, isShort)) {
            return RejectReason.ERROR;
        }
        boolean mayAsk = selection.words() < SHORT_WORDS
                && !(published != null && !isShort && addressesNobody(selection))
                && !newsOfOthers(selection);
        if (mayAsk
                && consents(
                        isShort || addressesReader(selection) ? tree.blocks() : outsideOf(dialogs, tree), selection)) {
            return RejectReason.CONSENT;
        }
        if (mayAsk && ConsentText.wall(title, isShort ? sentences(tree.blocks()) : selection.paragraphs())) {
            return RejectReason.CONSENT;
        }
        if (selection.words() < LONG_WORDS && ConsentText.plans(selection.paragraphs())) {
            return RejectReason.CONSENT;
        }
        if (KindSigns.forum(tree.hints(), data, page.url())) {
            return RejectReason.FORUM;
        }
        if (IndexSigns.enough(tree, title, selection, page, data, published)) {
            return RejectReason.INDEX;
        }
        if (!isShort) {
            return null;
        }
        return all.chars < FEW_CHARS ? RejectReason.EMPTY : RejectReason.TOO_SHORT;
    }

    /** The same for a page of plain text. */
    public static @Nullable RejectReason ofText(
            List<TextLine> lines, Headline headline, Selection selection, String url, int minWords) {
        String title = headline.text();
        boolean little = selection.words() < SHORT_WORDS;
        boolean credited = credited(lines, headline);
        if (little && (title.isEmpty() ? errorBesideMenus(lines, selection) : error(title, selection, credited))) {
            return RejectReason.ERROR;
        }
        boolean mayAsk = little && !newsOfOthers(selection);
        if (mayAsk && consents(lines, selection)) {
            return RejectReason.CONSENT;
        }
        boolean article = credited && UrlWords.of(url).agreesWith(title);
        if (!article && ListLines.fill(lines, url)) {
            return RejectReason.INDEX;
        }
        boolean isShort = tooShort(selection, minWords);
        if (mayAsk && ConsentText.wall(title, isShort ? sentences(lines) : selection.paragraphs())) {
            return RejectReason.CONSENT;
        }
        if (!isShort) {
            return selection.words() < LONG_WORDS && ConsentText.plans(selection.paragraphs())
                    ? RejectReason.CONSENT
                    : null;
        }
        if (lines.stream().mapToInt(line -> line.shape().chars()).sum() < FEW_CHARS) {
            return RejectReason.EMPTY;
        }
        return lines.size() >= MANY_LINES && menuShare(lines) > LINKED ? RejectReason.INDEX : RejectReason.TOO_SHORT;
    }

    /** Whether a byline or a date stands below the headline, or below a sentence there, as those of an article do. */
    private static boolean credited(List<TextLine> lines, Headline headline) {
        int at = headline.block() + 1;
        int below = at > 0 && at < lines.size() && lines.get(at).good() ? at + 1 : at;
        return headline.block() >= 0
                && below < lines.size()
                && (BylineLabels.isByline(lines.get(below).text())
                        || DateText.isDateLine(lines.get(below).text()));
    }

    /** Whether the headline says so; of a page without a text, also the title or any heading. */
    private static boolean error(
            PageTree tree,
            String headline,
            Selection selection,
            LinkedData data,
            @Nullable Published published,
            boolean isShort) {
        boolean declared = data.type().endsWith(NEWS_ARTICLE) && !isShort; // which pages of errors never do
        boolean dated = published != null && DATED.contains(published.source());
        if (!declared && error(headline, selection, dated)) {
            return true;
        }
        return isShort
                && (ErrorText.in(tree.hints().title())
                        || tree.blocks().stream()
                                .filter(block -> tree.regionOf(block).headingLevel > 0)
                                .limit(MAX_HEADINGS)
                                .anyMatch(block -> ErrorText.in(block.text())));
    }

    /** Whether one of the first lines says so, where none of them is the headline. */
    private static boolean errorBesideMenus(List<TextLine> lines, Selection selection) {
        return lines.stream()
                .limit(FIRST_LINES)
                .filter(line -> line.index() == 0 || !line.good())
                .anyMatch(line -> error(line.text(), selection, false));
    }

    /** Whether the headline says so, and not that of a story about it. */
    private static boolean error(String headline, Selection selection, boolean credited) {
        return ErrorText.in(headline) && !(ErrorText.goesOn(headline) && tells(selection, credited));
    }

    /** Sentences enough for a story; fewer where a date or a byline stands above them and none of them speaks to the reader. */
    private static boolean tells(Selection selection, boolean credited) {
        int words = selection.wordsInSentences();
        return words >= STORY_WORDS || (credited && words >= BRIEF_WORDS && addressesNobody(selection));
    }

    /** Whether there are too few words; of a short page only sentences count that are no notice, so that menus around a caption make no article. */
    private static boolean tooShort(Selection selection, int minWords) {
        return selection.words() < minWords || (selection.words() < SHORT_WORDS && proseWords(selection) < minWords);
    }

    private static int proseWords(Selection selection) {
        int words = 0;
        for (String paragraph : selection.paragraphs()) {
            TextShape shape = TextShape.of(paragraph);
            boolean prose = shape.sentenceEnd() || shape.words() >= PROSE_WORDS;
            words += prose && (Notices.in(paragraph) & NO_PROSE) == 0 ? shape.words() : 0;
        }
        return words;
    }

    /** Share of the characters that stand in lines which are no running text, 0 to 1. */
    public static double menuShare(List<TextLine> lines) {
        double all = lines.stream().mapToInt(line -> line.shape().chars()).sum();
        double menus = lines.stream()
                .filter(line -> !line.good())
                .mapToInt(line -> line.shape().chars())
                .sum();
        return all == 0 ? 0 : menus / all;
    }

    /** A page with little text, most of which speaks of consent, robots or logging in. */
    private static boolean consents(List<? extends Passage> passages, Selection selection) {
        ConsentText.Words words = ConsentText.Words.in(passages);
        return words.mostAsk() && selection.words() <= words.asking() * 3;
    }

    private static List<String> sentences(List<? extends Passage> passages) {
        return passages.stream().filter(Passage::good).map(Passage::text).toList();
    }

    /** Sentences enough for news, which speak of others: what they say of consent asks for none. */
    private static boolean newsOfOthers(Selection selection) {
        return selection.wordsInSentences() >= STORY_WORDS
                && ConsentText.addressing(selection.paragraphs()) <= HARDLY_ANY;
    }

    private static boolean addressesNobody(Selection selection) {
        return ConsentText.addressing(selection.paragraphs()) == 0;
    }

    /** Most of it speaks to the reader, as what stands beside the dialog of a wall does. */
    private static boolean addressesReader(Selection selection) {
        return ConsentText.addressing(selection.paragraphs()) > MOSTLY;
    }

    /** Without the dialogs that ask for consent where there is an article beside them. */
    private static List<Block> outsideOf(ConsentDialogs dialogs, PageTree tree) {
        return tree.blocks().stream().filter(block -> !dialogs.hold(block)).toList();
    }

    /** The kind that goes with a rejection. */
    public static PageKind kind(RejectReason reason) {
        return switch (reason) {
            case INDEX -> PageKind.INDEX;
            case ERROR -> PageKind.ERROR;
            case FORUM -> PageKind.FORUM;
            case CONSENT -> PageKind.CONSENT;
            default -> PageKind.OTHER;
        };
    }
}
