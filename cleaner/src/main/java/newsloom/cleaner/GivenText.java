package newsloom.cleaner;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionMethod;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.verdict.PageKind;
import newsloom.cleaner.extract.verdict.RejectReason;
import newsloom.text.language.Language;
import newsloom.text.language.LanguageDetector;
import newsloom.text.tokens.Words;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page whose body another program has extracted already: cut into paragraphs and otherwise left alone. Nothing is
 * guessed at, so an article of too few words is the only reject. Thread-safe.
 */
final class GivenText {

    private static final int MAX_LEAD_CHARS = 600;

    private final int minWords;
    private final LanguageDetector languages = new LanguageDetector();

    /** @param minWords of an article, as for extracted ones */
    GivenText(int minWords) {
        this.minWords = minWords;
    }

    Extraction extract(RawPage page, Hints hints) {
        List<String> paragraphs = paragraphs(new String(page.body(), charset(page.charset())), hints.title());
        String text = String.join("\n", paragraphs);
        Language language = languages.detect(text, hints.language().isEmpty() ? null : hints.language());
        int words = words(text);
        return words < minWords
                ? tooShort(words, hints, language)
                : content(paragraphs, lead(paragraphs, hints), hints, language);
    }

    private static Extraction content(List<String> paragraphs, String lead, Hints hints, Language language) {
        return new Extraction.Content(
                hints.title(),
                paragraphs,
                lead,
                hints.authors(),
                null,
                null,
                language.code(),
                language.confidence(),
                null,
                null,
                null,
                List.of(),
                null,
                false,
                PageKind.ARTICLE,
                ExtractionMethod.PLAIN_TEXT,
                1);
    }

    private static Extraction tooShort(int words, Hints hints, Language language) {
        return new Extraction.Rejection(
                words == 0 ? RejectReason.EMPTY : RejectReason.TOO_SHORT,
                words + " words given by " + hints.extractedBy(),
                words,
                0,
                PageKind.OTHER,
                hints.title(),
                null,
                language.code());
    }

    private static String lead(List<String> paragraphs, Hints hints) {
        String lead = hints.summary().isEmpty() ? paragraphs.get(0) : hints.summary();
        return lead.length() <= MAX_LEAD_CHARS ? lead : lead.substring(0, MAX_LEAD_CHARS);
    }

    /** Parted by empty lines, or by line ends where there are no empty lines; without the headline, which stands before the text. */
    private static List<String> paragraphs(String text, String title) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        String body = !title.isEmpty() && lines.startsWith(title + "\n")
                ? lines.substring(title.length()).strip()
                : lines;
        String parting = body.matches("(?s).*\\n[ \\t]*\\n.*") ? "\\n[ \\t]*\\n" : "\\n";
        return Arrays.stream(body.split(parting, -1))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** Two characters of a script without spaces are about one word. */
    private static int words(String text) {
        int[] halves = new int[1];
        Words.each(text, (buffer, length, pair) -> halves[0] += pair ? 1 : 2);
        return halves[0] / 2;
    }

    private static Charset charset(@Nullable String told) {
        try {
            return told == null ? StandardCharsets.UTF_8 : Charset.forName(told);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
