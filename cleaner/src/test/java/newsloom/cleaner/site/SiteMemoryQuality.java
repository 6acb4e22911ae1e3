package newsloom.cleaner.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.cleaner.site.InventedSites.Labelled;
import newsloom.cleaner.site.InventedSites.SitePage;

/**
 * How well the site memory tells repeated from own paragraphs.
 *
 * @param removed paragraphs taken out
 * @param rightly those of them that the site repeats
 * @param repeated paragraphs that the site repeats
 * @param known those of them that two earlier pages with other headlines had: what can be told at all
 */
record SiteMemoryQuality(int removed, int rightly, int repeated, int known) {

    double precision() {
        return (double) rightly / removed;
    }

    /** Of what can be told. */
    double recall() {
        return (double) rightly / known;
    }

    /** Of all, the first pages of each template among them. */
    double recallOfAll() {
        return (double) rightly / repeated;
    }

    static SiteMemoryQuality of(List<SitePage> pages) {
        var memory = new SiteMemory();
        var store = new MemoryBlockStore();
        var seen = new HashMap<String, Set<String>>();
        int removed = 0;
        int rightly = 0;
        int repeated = 0;
        int known = 0;
        for (SitePage page : pages) {
            var cleaned = memory.clean(page.site(), page.urlKey(), page.fetched(), page.title(), page.texts(), store);
            removed += cleaned.removed().size();
            for (Labelled paragraph : page.paragraphs()) {
                rightly += paragraph.repeated() && cleaned.removed().contains(paragraph.text()) ? 1 : 0;
                repeated += paragraph.repeated() ? 1 : 0;
                known += paragraph.repeated() && before(page, paragraph, seen) >= 2 ? 1 : 0;
            }
        }
        return new SiteMemoryQuality(removed, rightly, repeated, known);
    }

    /** Under how many other headlines the paragraph was there before, digits apart. */
    private static int before(SitePage page, Labelled paragraph, Map<String, Set<String>> seen) {
        var headlines =
                seen.computeIfAbsent(page.site() + paragraph.text().replaceAll("\\d+", "0"), key -> new HashSet<>());
        var headline = page.title().replaceAll("\\d+", "0");
        int others = headlines.size() - (headlines.contains(headline) ? 1 : 0);
        headlines.add(headline);
        return others;
    }
}
