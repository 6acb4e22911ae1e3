package newsloom.app.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;

/** Stories as text for a person. */
final class StoryText {
    /** The largest first, of equal ones the newest. */
    static final Comparator<Story> LARGEST_FIRST = Comparator.comparingInt(Story::getArticleCount)
            .thenComparing(Story::getLastSeen)
            .reversed()
            .thenComparing(Story::getId);

    private static final int SHOWN_ARTICLES = 6;

    private StoryText() {}

    /** A head line, the headline, and a line for each of the newest articles. */
    static List<String> block(Story story) {
        var lines = new ArrayList<String>();
        lines.add(line(story));
        var articles = story.getArticles();
        articles.stream().limit(SHOWN_ARTICLES).forEach(article -> lines.add(article(article)));
        int hidden = story.getArticleCount() - Math.min(SHOWN_ARTICLES, articles.size());
        if (hidden > 0) {
            lines.add("    … and " + hidden + " more");
        }
        return lines;
    }

    /** The story in one line. */
    static String line(Story story) {
        return story.getHeadline() + "   [" + String.join(" · ", facts(story)) + "]";
    }

    private static List<String> facts(Story story) {
        var facts = new ArrayList<String>();
        facts.add(count(story.getArticleCount(), "article"));
        facts.add(count(story.getSourceCount(), "site"));
        if (story.getReprintCount() > 0) {
            facts.add(count(story.getReprintCount(), "reprint"));
        }
        facts.add(story.getLanguage());
        if (story.getFirstPublished() != null && story.getLastPublished() != null) {
            facts.add(days(story.getFirstPublished(), story.getLastPublished()));
        }
        return facts;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String days(Instant first, Instant last) {
        var from = LocalDate.ofInstant(first, ZoneOffset.UTC);
        var to = LocalDate.ofInstant(last, ZoneOffset.UTC);
        return from.equals(to) ? from.toString() : from + " to " + to;
    }

    private static String article(StoryArticle article) {
        return String.format(Locale.ROOT, "    %-24s %s", article.getSite(), article.getTitle());
    }
}
