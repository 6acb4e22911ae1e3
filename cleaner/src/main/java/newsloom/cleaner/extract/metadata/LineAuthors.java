package newsloom.cleaner.extract.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.words.AnyCase;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.Names;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a page of plain text: the first line near the headline that a label makes a byline ("By Ada Quist"). Where there is none, the first line below the headline that begins with a name, if
 * something makes it an author's: a date or a trade beside it, the name in a line of its own once more, a sentence on what that person does, or its place right below the headline or right
 * above the text; and if the page neither tells of that person nor writes the name's last word small, as it does of menus and headings.
 */
public final class LineAuthors {

    private static final int MAX_BYLINE_WORDS = 25;
    private static final int DATE_LINES_AWAY = 2;
    /** A summary and a caption may stand between the headline and the name. */
    private static final int MAX_SENTENCES_BEFORE = 2;

    private static final int MIN_SENTENCES_OF_SUBJECT = 2;

    private static final Pattern AGO = AnyCase.pattern("\\d\\s?(?:min(?:utes?|uten)?|hours?|stunden?|days?|tagen?)\\b");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}’'-]+");

    private final List<TextLine> lines;
    private final HostLabel site;
    private @Nullable Set<String> small;

    private LineAuthors(List<TextLine> lines, String url) {
        this.lines = lines;
        this.site = HostLabel.of(url);
    }

    /**
     * Names of those who wrote the page, in its order; empty if it tells none. Costs a pass over the lines for each line that begins with a name.
     *
     * @param near the lines where they may stand, the likeliest first
     * @param headline index of the line of the headline, or -1
     */
    public static List<String> find(List<TextLine> lines, List<TextLine> near, int headline, String url) {
        LineAuthors finder = new LineAuthors(lines, url);
        List<String> labelled = finder.labelled(near);
        return labelled.isEmpty() ? finder.unlabelled(near, headline) : labelled;
    }

    private List<String> labelled(List<TextLine> near) {
        return near.stream()
                .filter(line -> line.shape().words() <= MAX_BYLINE_WORDS)
                .map(line -> NameLines.unglued(line.text()))
                .flatMap(line -> DateText.around(line).stream())
                .filter(BylineLabels::tell)
                .map(line -> site.without(AuthorNames.of(List.of(withoutTrade(line)))))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The byline without its label where a trade stands behind the name; else as it is, for the label tells how to read names. */
    private static String withoutTrade(String byline) {
        String named = BylineLabels.without(byline);
        String person = NameLines.withoutTrade(named);
        return person.equals(named) ? byline : person;
    }

    private List<String> unlabelled(List<TextLine> near, int headline) {
        int sentences = 0;
        for (TextLine line : near) {
            if (line.index() <= headline || sentences > MAX_SENTENCES_BEFORE) {
                break;
            }
            sentences += line.good() ? 1 : 0;
            List<String> names = line.good() || line.shape().words() > MAX_BYLINE_WORDS
                    ? List.of()
                    : NameLines.names(line.text(), site);
            boolean inPlace = sentences == 0 && (line.index() == headline + 1 || isGood(line.index() + 1));
            if (!names.isEmpty() && writes(names.get(0), line, inPlace)) {
                return names;
            }
        }
        return List.of();
    }

    private boolean writes(String name, TextLine line, boolean inPlace) {
        return !isWord(name, line) && !isSubject(name) && (inPlace || isBeside(line) || isSaidElsewhere(name, line));
    }

    /** Whether the last word is one that the page writes small elsewhere; a date in the line says more than that. */
    private boolean isWord(String name, TextLine line) {
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return !AuthorNames.isAgency(name)
                && !DateText.mentionsDate(line.text())
                && smallWords().contains(last);
    }

    private Set<String> smallWords() {
        if (small == null) {
            small = new HashSet<>();
            for (TextLine line : lines) {
                NO_LETTERS
                        .splitAsStream(line.text())
                        .filter(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
                        .forEach(small::add);
            }
        }
        return small;
    }

    /** Whether running text tells of that person, and not of someone who writes. */
    private boolean isSubject(String name) {
        return lines.stream()
                        .filter(other -> other.good() && other.text().contains(name))
                        .filter(other -> !NameLines.tellTrade(other.text()))
                        .limit(MIN_SENTENCES_OF_SUBJECT)
                        .count()
                == MIN_SENTENCES_OF_SUBJECT;
    }

    /** Whether a date, an address or a trade stands in the line or right beside it. */
    private boolean isBeside(TextLine line) {
        int at = line.index();
        return lines
                        .subList(Math.max(0, at - DATE_LINES_AWAY), Math.min(lines.size(), at + DATE_LINES_AWAY + 1))
                        .stream()
                        .anyMatch(LineAuthors::isDated)
                || NameLines.tellTrade(line.text())
                || line.text().indexOf('@') > 0
                || (at + 1 < lines.size()
                        && !isGood(at + 1)
                        && NameLines.tellTrade(lines.get(at + 1).text()));
    }

    private static boolean isDated(TextLine line) {
        return line.shape().words() <= MAX_BYLINE_WORDS
                && (DateText.mentionsDate(line.text())
                        || AGO.matcher(line.text()).find());
    }

    private boolean isSaidElsewhere(String name, TextLine line) {
        String folded = Names.fold(name);
        return lines.stream()
                .filter(other -> other.index() != line.index() && other.text().startsWith(name))
                .anyMatch(other ->
                        Names.fold(other.text()).equals(folded) || (other.good() && NameLines.tellTrade(other.text())));
    }

    private boolean isGood(int line) {
        return line < lines.size() && lines.get(line).good();
    }
}
