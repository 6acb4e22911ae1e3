package newsloom.cleaner.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The labelled set of the site memory: invented sites, each with many pages in the order of their fetch, every paragraph labelled as the article's own or as said all over the site. The same for the same seed.
 *
 * <p>Repeated by the site: a newsletter box, a long disclaimer, a biography of each of six authors, a "most read" line, and counters ("12 comments"), as far as a site has them. At three fifths of its pages a site
 * changes its template: other words in all of these. Some sites are plain text, where the same comes as lines.
 *
 * <p>The article's own, and hard: weekly reports that keep their sentences but for the figures, a page told again at a second address, updated versions, a sentence of background that three articles of one story
 * share, one-line paragraphs.
 */
final class InventedSites {
    private static final int AUTHORS = 6;
    private static final double TEMPLATE_CHANGE = 0.6;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final String[] SYLLABLES =
            "ba be bi bo bu da de di do du ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi"
                    .split(" ", -1);

    /** A paragraph and its label. */
    record Labelled(String text, boolean repeated) {}

    /** A page of a site. */
    record SitePage(String site, String urlKey, Instant fetched, String title, List<Labelled> paragraphs) {
        List<String> texts() {
            return paragraphs.stream().map(Labelled::text).toList();
        }
    }

    private final Random random;

    private InventedSites(long seed) {
        this.random = new Random(seed);
    }

    /** The pages of so many sites, site after site, 30 to 90 each. */
    static List<SitePage> of(int sites, long seed) {
        var made = new InventedSites(seed);
        var pages = new ArrayList<SitePage>();
        for (int site = 0; site < sites; site++) {
            pages.addAll(made.site("site" + site + ".example"));
        }
        return pages;
    }

    private List<SitePage> site(String site) {
        var pages = new ArrayList<SitePage>();
        int count = 30 + random.nextInt(60);
        boolean[] has = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        var template = template();
        var report = sentences(4, 14);
        var background = sentence(25);
        for (int n = 0; n < count; n++) {
            template = n == (int) (TEMPLATE_CHANGE * count) ? template() : template;
            var own = own(n, report, background);
            var title = n % 9 == 4 ? "Markets this week: report " + n : headline();
            var page = page(site, site + "/" + n, n, title, framed(own, template, has, n));
            pages.add(page);
            if (n % 10 == 7) {
                pages.add(page(site, site + "/again/" + n, n, title, page.paragraphs()));
            }
            if (n % 10 == 8) {
                var longer = new ArrayList<>(page.paragraphs());
                longer.add(0, new Labelled(sentence(30), false));
                pages.add(page(site, site + "/" + n, n, title, longer));
            }
        }
        return pages;
    }

    private static SitePage page(String site, String url, int n, String title, List<Labelled> paragraphs) {
        return new SitePage(site, url, BEGIN.plus(Duration.ofHours(3L * n)), title, List.copyOf(paragraphs));
    }

    private List<String> own(int n, List<String> report, String background) {
        var own = new ArrayList<String>();
        if (n % 9 == 4) {
            report.forEach(sentence -> own.add(sentence + " " + random.nextInt(1_000) + "."));
            own.add(sentence(30));
            return own;
        }
        for (int i = 3 + random.nextInt(9); i > 0; i--) {
            own.add(sentence(8 + random.nextInt(50)));
        }
        if (n == 11 || n == 12 || n == 13) {
            own.add(background);
        }
        return own;
    }

    /** Newsletter, disclaimer, most read, then the authors' biographies. */
    private List<String> template() {
        var template = new ArrayList<>(List.of(sentence(14), sentence(70), headline() + " – " + headline()));
        for (int i = 0; i < AUTHORS; i++) {
            template.add(sentence(22));
        }
        return template;
    }

    private List<Labelled> framed(List<String> own, List<String> template, boolean[] has, int n) {
        var all = new ArrayList<Labelled>();
        own.forEach(text -> all.add(new Labelled(text, false)));
        if (has[0]) {
            all.add(all.size() / 2, new Labelled(template.get(0), true));
        }
        if (has[1]) {
            all.add(new Labelled(template.get(1), true));
        }
        if (has[2]) {
            all.add(new Labelled(template.get(2), true));
            all.add(new Labelled(random.nextInt(90) + " comments", true));
        }
        if (has[3]) {
            all.add(new Labelled(template.get(3 + n % AUTHORS), true));
        }
        return all;
    }

    private List<String> sentences(int count, int words) {
        var sentences = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(words));
        }
        return sentences;
    }

    private String headline() {
        return sentence(6).replace(".", "");
    }

    private String sentence(int words) {
        var sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(word());
        }
        return sentence.append('.').toString();
    }

    private String word() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)];
    }
}
