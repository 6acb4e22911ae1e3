package newsloom.app.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import newsloom.app.settings.SourceOptions;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.ExtractionSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsloom extract}: pages in, articles out, one line for each line, on all cores. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the article out of each page of JSON lines (.gz too), and of each .html, .htm or .xhtml file, which is one page"
                    + " with its name as id; of JSON lines from standard input where no file is given.",
            "Reads {\"id\"?, \"url\", \"html\" | \"html_base64\" (+\"charset\"?) | \"text\", \"fetched_at\"?}, writes {\"id\", \"url\","
                    + " \"text\", \"title\", \"author\", \"date\"?, \"language\", \"kind\", \"confidence\"} for each line; a page that is no"
                    + " article has an empty text and \"reject\", the reason.",
            "An article has also what else the page says: \"published\"? and \"modified\"? (UTC, with \"…_from\""
                    + " and \"…_zone\"?), \"canonical_url\"?, \"publisher\"?, \"section\"?, \"image\"?, \"tags\", \"lead\","
                    + " \"paywalled\", \"method\", \"language_confidence\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom extract pages.jsonl > articles.jsonl",
            "  newsloom extract saved/*.html | jq -r .text",
            "  zcat pages.jsonl.gz | newsloom extract | jq -r .title",
            "  newsloom extract --explain-html page.jsonl > page.html"
        })
public final class ExtractCommand implements Callable<Integer> {
    private static final int LINES_AT_ONCE = 64;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(names = "--strict", description = "Exit code 3 when a line was no page.")
    private boolean strict;

    @Option(
            names = "--explain",
            description =
                    "Instead of JSON, each block of each page with its score, whether it is kept (+) or dropped (-), and the"
                            + " features that set it apart.")
    private boolean explain;

    @Option(names = "--explain-html", description = "The same as an HTML page with the blocks in colours.")
    private boolean explainHtml;

    private long unread;

    @Override
    public Integer call() throws IOException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var extractor = new ArticleExtractor(ExtractionSettings.defaults());
        var now = Clock.systemUTC().instant();
        try (var lines = JsonLines.open(options.sources(), ExtractCommand::read)) {
            var iterator = lines.lines().filter(text -> !text.isBlank()).iterator();
            while (iterator.hasNext()) {
                // In parallel, yet in the order of the input.
                var pages = next(iterator).parallelStream()
                        .map(text -> page(text, extractor, now))
                        .toList();
                pages.forEach(page -> line.getOut().println(page.written()));
                unread += pages.stream().filter(PageLine::unread).count();
            }
        }
        if (unread > 0) {
            line.getErr()
                    .println("newsloom: " + unread
                            + " lines are no pages: a page is a JSON object on a line of its own with \"html\","
                            + " \"html_base64\" or \"text\"; a page of HTML comes from a file that ends in .html");
        }
        return unread > 0 && strict ? ExitCodes.LOSSES : ExitCodes.OK;
    }

    private static InputStream read(String file) {
        return PageFile.isOne(file)
                ? new ByteArrayInputStream(PageFile.line(file).getBytes(StandardCharsets.UTF_8))
                : JsonLines.bytes(file);
    }

    private PageLine page(String text, ArticleExtractor extractor, Instant now) {
        return explain || explainHtml
                ? PageLine.explain(text, extractor, now, explainHtml ? Explanation.HTML : Explanation.TEXT)
                : PageLine.extract(text, extractor, now);
    }

    private static List<String> next(Iterator<String> lines) {
        var next = new ArrayList<String>();
        while (next.size() < LINES_AT_ONCE && lines.hasNext()) {
            next.add(lines.next());
        }
        return next;
    }
}
