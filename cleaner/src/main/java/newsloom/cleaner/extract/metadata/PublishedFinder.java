package newsloom.cleaner.extract.metadata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.date.LocalTimes;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.date.PublishedSource;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageHints;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.text.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * When a page says it was published: what is written for machines first (JSON-LD, {@code meta}, microdata), then the URL, {@code time} elements,
 * elements whose class says date, dates near the headline, and a day that all of the page agrees on. A date after the fetch (and a day) or before 1990 is not believed.
 */
public final class PublishedFinder {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final int BLOCKS_BEFORE_HEADLINE = 6;
    private static final int BLOCKS_AFTER_HEADLINE = 16;
    private static final int BLOCKS_BESIDE_HEADLINE = 3;
    private static final int MAX_DATE_LINE_WORDS = 30;
    private static final int MAX_DATE_LINES = 3;
    private static final String[] META = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "publish-date",
        "publish_date",
        "publishdate",
        "published-date",
        "published_at",
        "publication_date",
        "publicationdate",
        "pubdate",
        "date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "dc.created",
        "article.published",
        "article:published",
        "originalpublicationdate",
        "rnews:datepublished",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "iso-8601-publish-date",
        "bt:pubdate",
        "citation_publication_date",
        "citation_date",
        "ptime",
        "article_date_original",
        "pub_date",
        "release_date",
        "created",
        "article.created",
        "creation_date"
    };
    private static final String[] MODIFIED_META = {
        "article:modified_time",
        "og:updated_time",
        "og:modified_time",
        "datemodified",
        "last-modified",
        "lastmod",
        "dcterms.modified",
        "dc.date.modified",
        "article.updated",
        "revised",
        "modified"
    };
    private static final Pattern URL_DAY = Pattern.compile(
            "[/_\\-.=]((?:19|20)\\d{2})([/_\\-.]?)(0[1-9]|1[0-2]|[1-9](?=\\2\\D*\\d))\\2(0[1-9]|[12]\\d|3[01]|[1-9](?!\\d))(?=\\D|$)");
    private static final Set<String> DAY_FIRST_ENGLISH = Set.of(
            "uk", "au", "nz", "ie", "in", "za", "sg", "my", "ng", "ke", "gh", "pk", "bd", "lk", "hk", "mt", "eu");

    private static final String CHANGE =
            "(?:last |zuletzt |letzte |dernière |última |ultimo |son |senast |sist |sidst )?(?:updated?|modified|aktualisier(?:t|ung)|mise? à jour|actualiza(?:do|ción)|aggiorna(?:to|mento)|atualiza(?:do|ção)|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|(?:z)?aktualizowano|aktualizacja|güncelle(?:me|ndi)|обновлено|оновлено|(?:최종\\s?)?수정|最終更新)(?!\\p{L})";
    /** Begins a line that dates a change. */
    private static final Pattern UPDATED =
            Pattern.compile("^\\W*" + CHANGE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Goes before the day of a change anywhere in a line, two words and a digit at most from it. */
    private static final Pattern CHANGED = Pattern.compile(
            "(?<!\\p{L})" + CHANGE + "(?=[^\\p{L}\\d]*(?:\\p{L}{1,12}[^\\p{L}\\d]+){0,2}\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Goes before the day of publication. */
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?<!\\p{L})(?:published|posted|veröffentlicht|erstellt|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|publicerad|publisert|opublikowano|опубликовано|опубліковано|등록|入力|公開|配信|发布)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The day of the visit, as menus print it. */
    private static final Pattern TODAY = Pattern.compile(
            "^\\W*(?:today(?:'s date)?(?: is)?|heute(?: ist)?|aujourd['’]hui|nous sommes le|hoy(?: es)?|oggi(?: è)?|hoje(?: é)?|vandaag|idag|i dag|dziś|dzisiaj|сегодня|сьогодні|今日は?|本日は?|今天是?)(?:\\W|\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Where a month sticks to what stood before it in an element of its own: {@code Ada QuistMarch 5, 2026}. */
    private static final Pattern MONTH_GLUED =
            Pattern.compile("(?<=\\p{Ll})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Ll}*\\.?\\s\\d)");

    /** A day at the beginning of a paragraph, set off from its first sentence. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{L}{3,10})\\s?(?:19|20)\\d{2})(?:\\s?[-–—:,]|\\.|\\s[„“«])");

    private static final PageTree NO_TREE = new PageTree(List.of(), List.of(), new PageHints());

    private final PageTree tree;
    private final RawPage page;
    /** Roles of what holds the headline as well: a date beside it is not set aside by them. */
    private final int aroundHeadline;

    private final boolean monthFirst;
    private final List<Published> found = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();

    private PublishedFinder(PageTree tree, RawPage page, Headline headline, Language language) {
        this.tree = tree;
        this.aroundHeadline =
                headline.block() < 0 ? 0 : tree.rolesOf(tree.blocks().get(headline.block()));
        this.page = page;
        this.monthFirst = monthFirst(page.url(), tree.hints().language(), language);
    }

    /** When the page was published, or null where it tells nothing that can be believed; the text's language tells day from month where the page declares none. */
    public static @Nullable Published find(
            PageTree tree, LinkedData data, Headline headline, RawPage page, Language language) {
        PublishedFinder finder = new PublishedFinder(tree, page, headline, language);
        finder.told(data);
        if (!finder.settled()) {
            finder.shown(data, headline);
        }
        return finder.first();
    }

    /** For machines. */
    private void told(LinkedData data) {
        offer(data.published(), PublishedSource.JSON_LD);
        for (String name : META) {
            offer(tree.hints().meta(name), PublishedSource.META);
        }
        properties("datepublished", "pubdate");
    }

    /** Whether the first date has a clock and a zone of the page's own, so that no other has a say in {@link #first}. */
    private boolean settled() {
        return !found.isEmpty() && !LocalTimes.inUtc(found.get(0).offset());
    }

    /** In the URL, to readers, and by changes. */
    private void shown(LinkedData data, Headline headline) {
        offerUrl(page.url());
        times(headline);
        datedBlocks(headline, true);
        offer(data.pagePublished(page.url()), PublishedSource.JSON_LD);
        datedBlocks(headline, false);
        dateLines();
        besideHeadline(headline);
        datelines(headline);
        properties("datecreated");
        updates.forEach(line -> offer(line, PublishedSource.MODIFIED));
        int before = found.size();
        changes(data);
        found.subList(before, found.size()).replaceAll(change -> change.from(PublishedSource.MODIFIED));
        offerUrl(data.image() != null ? data.image() : tree.hints().meta("og:image", "twitter:image"));
        onlyDay();
    }

    /**
     * When the page of plain text was published: the first credible date in the lines around its headline; a line that speaks of an update only when no other has a date, and a line further away
     * only if it says what its date is of ("Published on …"). The URL says more than a line that gives another day.
     *
     * @param near the lines where it may stand, the likeliest first
     */
    public static @Nullable Published inLines(
            List<TextLine> lines, List<TextLine> near, RawPage page, Language language) {
        PublishedFinder finder = new PublishedFinder(NO_TREE, page, Headline.NONE, language);
        finder.offerUrl(page.url());
        dayLines(near).forEach(finder::offerLine);
        finder.updates.forEach(line -> finder.offer(line, PublishedSource.VISIBLE_TEXT));
        if (finder.found.isEmpty()) {
            dayLines(lines)
                    .filter(line -> PUBLISHED.matcher(line).lookingAt())
                    .forEach(line -> finder.offer(line, PublishedSource.VISIBLE_TEXT));
        }
        return finder.first();
    }

    private static Stream<String> dayLines(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> line.shape().words() <= MAX_DATE_LINE_WORDS)
                .map(line -> MONTH_GLUED.matcher(line.text()).replaceAll(" "))
                .filter(line -> !TODAY.matcher(line).find());
    }

    /**
     * When the page says it was changed last, if that is credible: for machines, else near the headline. No change is before the publication.
     *
     * @param published when it was published, where that is known
     */
    public static @Nullable Published modified(
            PageTree tree,
            LinkedData data,
            Headline headline,
            RawPage page,
            Language language,
            @Nullable Published published) {
        PublishedFinder finder = new PublishedFinder(tree, page, headline, language);
        finder.changes(data);
        if (finder.found.isEmpty()) {
            finder.shownChanges(headline);
        }
        Published modified = finder.first();
        return modified == null || (published != null && modified.isBefore(published)) ? null : modified;
    }

    /** For machines, what was changed last. */
    private void changes(LinkedData data) {
        offer(data.modified(), PublishedSource.JSON_LD);
        for (String name : MODIFIED_META) {
            offer(tree.hints().meta(name), PublishedSource.META);
        }
        changes(tree.hints().properties(), PublishedSource.MICRODATA);
        changes(tree.hints().times(), PublishedSource.TIME_ELEMENT);
    }

    private void changes(List<PageHints.Item> items, PublishedSource source) {
        items.stream()
                .filter(item -> item.name().equals(PageHints.MODIFIED))
                .forEach(item -> offer(item.told(), source));
    }

    /** To readers: {@code Published 4 March 2026, updated 5 March 2026}. */
    private void shownChanges(Headline headline) {
        for (Block block : tree.blocks()) {
            if (near(block.index(), headline) && mayTellDay(block) && !block.good() && !aside(block.index())) {
                Matcher change = CHANGED.matcher(block.text());
                offer(change.find() ? block.text().substring(change.end()) : null, PublishedSource.VISIBLE_TEXT);
            }
        }
    }

    /** The first date; if it is a mere day, the first date on that day which has a clock; if it is told in UTC, in the page's own time as far as another one tells it. */
    private @Nullable Published first() {
        if (found.isEmpty()) {
            return null;
        }
        Published first = LocalTimes.of(found.get(0), found);
        return !first.dayOnly()
                ? first
                : found.stream()
                        .filter(other -> !other.dayOnly()
                                && other.source() != PublishedSource.MODIFIED
                                && other.day().equals(first.day()))
                        .findFirst()
                        .orElse(first);
    }

    private void offer(@Nullable String text, PublishedSource source) {
        DateText.Told told = text == null ? null : DateText.parse(text, monthFirst);
        if (told != null) {
            Published published = told.published(source);
            if (credible(published.at(), page.fetchTime())) {
                found.add(published);
            }
        }
    }

    static boolean credible(Instant at, Instant fetchTime) {
        return !at.isBefore(EARLIEST) && !at.isAfter(fetchTime.plus(CLOCK_SKEW));
    }

    private void properties(String... names) {
        for (String name : names) {
            for (PageHints.Item item : tree.hints().properties()) {
                if (item.name().equals(name)) {
                    offer(item.told(), PublishedSource.MICRODATA);
                }
            }
        }
    }

    /** The day that stands in the path of the page or of its picture. */
    private void offerUrl(@Nullable String url) {
        Matcher day = URL_DAY.matcher(url == null ? "" : url);
        if (day.find()) {
            offer(day.group(1) + "-" + day.group(3) + "-" + day.group(4), PublishedSource.URL);
        }
    }

    private void times(Headline headline) {
        for (boolean near : new boolean[] {true, false}) {
            for (PageHints.Item time : tree.hints().times()) {
                boolean about = time.name().equals("pubdate") || near(time.block(), headline);
                boolean changed = time.name().equals(PageHints.MODIFIED);
                if (about == near && !changed && !aside(time.block())) {
                    offer(time.told(), PublishedSource.TIME_ELEMENT);
                    offer(time.text(), PublishedSource.TIME_ELEMENT);
                }
            }
        }
    }

    private boolean near(int block, Headline headline) {
        return headline.block() >= 0
                && block >= headline.block() - BLOCKS_BEFORE_HEADLINE
                && block <= headline.block() + BLOCKS_AFTER_HEADLINE;
    }

    private boolean aside(int block) {
        if (block >= tree.blocks().size()) {
            return true;
        }
        int roles = tree.rolesOf(tree.blocks().get(block)) & ~aroundHeadline;
        return Role.NAVIGATION.in(roles)
                || Role.FOOTER.in(roles)
                || Role.RELATED.in(roles)
                || Role.COMMENTS.in(roles)
                || Role.QUOTE.in(roles)
                || Role.ASIDE.in(roles);
    }

    /** Dates that a reader sees: near the headline first, nearest below it; then in elements whose class says so. */
    private void datedBlocks(Headline headline, boolean nearOnly) {
        List<Block> blocks = tree.blocks();
        int start = nearOnly ? Math.max(0, headline.block()) : 0;
        blocks.subList(start, blocks.size()).forEach(block -> datedBlock(block, headline, nearOnly));
        blocks.subList(0, start).forEach(block -> datedBlock(block, headline, nearOnly));
    }

    private void datedBlock(Block block, Headline headline, boolean nearOnly) {
        boolean near = near(block.index(), headline);
        boolean says = Role.DATE.in(tree.rolesOf(block)) || Role.BYLINE.in(tree.rolesOf(block));
        boolean candidate = nearOnly ? near : says && !near;
        if (candidate
                && mayTellDay(block)
                && !TODAY.matcher(block.text()).find()
                && (found.isEmpty() || !block.good()) // a day in a sentence may be any
                && !aside(block.index())) {
            offerLine(block.text());
        }
    }

    private static boolean mayTellDay(Block block) {
        return block.shape().digits() >= 3 && block.shape().words() <= MAX_DATE_LINE_WORDS;
    }

    /** Where nothing else has a date: right beside the headline, whatever the elements around it claim to be. */
    private void besideHeadline(Headline headline) {
        if (found.isEmpty() && headline.block() >= 0) {
            int from = Math.max(0, headline.block() - BLOCKS_BESIDE_HEADLINE);
            int to = Math.min(tree.blocks().size(), headline.block() + BLOCKS_BESIDE_HEADLINE + 1);
            tree.blocks().subList(from, to).stream()
                    .filter(block ->
                            mayTellDay(block) && !TODAY.matcher(block.text()).find())
                    .forEach(block -> offerLine(block.text()));
        }
    }

    /** Where nothing else has a date: paragraphs that begin with one, {@code 27.1.2022 - The harbour …}. */
    private void datelines(Headline headline) {
        if (found.isEmpty()) {
            tree.blocks().stream()
                    .filter(block -> near(block.index(), headline) && block.good())
                    .map(block -> DATELINE.matcher(block.text()))
                    .filter(Matcher::find)
                    .forEach(date -> offer(date.group(1), PublishedSource.VISIBLE_TEXT));
        }
    }

    /** A line that tells of an update counts only where nothing else has a date, but for the publication that it may name as well. */
    private void offerLine(String line) {
        if (!UPDATED.matcher(line).find()) {
            offer(line, PublishedSource.VISIBLE_TEXT);
            return;
        }
        Matcher published = PUBLISHED.matcher(line);
        if (published.find()) {
            offer(line.substring(published.end()), PublishedSource.VISIBLE_TEXT);
        }
        updates.add(line);
    }

    /** Short blocks anywhere that are a date and hardly more; several that disagree date a list of other pages. */
    private void dateLines() {
        List<Block> dated = tree.blocks().stream()
                .filter(block -> isDateLine(block) && !aside(block.index()))
                .limit(MAX_DATE_LINES + 1L)
                .toList();
        if (dated.size() <= MAX_DATE_LINES) {
            dated.forEach(block -> offerLine(block.text()));
        }
    }

    private static boolean isDateLine(Block block) {
        return block.shape().digits() >= 3
                && DateText.isDateLine(block.text())
                && !TODAY.matcher(block.text()).find();
    }

    /** Where nothing else has a date: the day that all times and dated lines of the page agree on, wherever they stand. */
    private void onlyDay() {
        if (found.isEmpty()) {
            tree.hints().times().forEach(time -> offer(time.value(), PublishedSource.TIME_ELEMENT));
            tree.blocks().stream()
                    .filter(PublishedFinder::isDateLine)
                    .forEach(block -> offer(block.text(), PublishedSource.VISIBLE_TEXT));
            if (found.stream().map(Published::day).distinct().count() > 1) {
                found.clear();
            }
        }
    }

    /** Whether {@code 4/2/2026} means April on this page: only in English, and not where English is written day first. */
    static boolean monthFirst(String url, @Nullable String declared, Language heard) {
        String likeliest = heard.known() ? heard.code() : "en";
        String language = (declared == null ? likeliest : declared).toLowerCase(Locale.ROOT);
        if (!language.startsWith("en") || (language.length() > 2 && !language.endsWith("us"))) {
            return false;
        }
        return !DAY_FIRST_ENGLISH.contains(PageUrls.topLevelDomain(url));
    }
}
