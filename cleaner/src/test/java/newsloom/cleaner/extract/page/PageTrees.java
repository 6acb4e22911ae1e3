package newsloom.cleaner.extract.page;

import org.jsoup.Jsoup;

/** Trees of pages that a test makes up, far within the limits. */
public final class PageTrees {

    private PageTrees() {}

    public static PageTree of(String html) {
        return PageWalker.walk(Jsoup.parse(html), 100_000, 20_000);
    }
}
