package newsloom.cleaner.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the page says about itself, gathered during the walk; bounded, and read by the finders afterwards. */
public final class PageHints {

    /** The property of microdata that says whether an article is free to read, in lower case. */
    static final String FREE = "isaccessibleforfree";

    /** The property of microdata that gives the last change, in lower case; here also the name of a time whose class says so. */
    public static final String MODIFIED = "datemodified";

    private static final Pattern CHANGE = Pattern.compile("(?<!\\p{L})(?:date-?)?(?:updated?|modified)(?!\\p{L})");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_META = 400;
    private static final int MAX_JSON_CHARS = 1 << 20;
    private static final int MAX_SCRIPTS = 30;
    private static final int MAX_ITEMS = 60;
    private static final int MAX_VALUE_CHARS = 2_000;

    /** A time or property with the number of the block that it stands in or before. */
    public record Item(String name, String value, String text, int block) {

        /** What it tells machines, else what it shows. */
        public String told() {
            return value.isEmpty() ? text : value;
        }
    }

    private final Map<String, List<String>> metas = new HashMap<>();
    private final List<String> linkedData = new ArrayList<>();
    private final List<Item> properties = new ArrayList<>();
    private final List<Item> times = new ArrayList<>();
    private final List<Item> authorLinks = new ArrayList<>();
    private final List<Item> bylineParts = new ArrayList<>();
    private int metaCount;
    private @Nullable String language;
    private @Nullable String canonical;
    private @Nullable String base;
    private String title = "";
    private boolean refreshes;

    void html(Element html) {
        language = html.hasAttr("lang") ? html.attr("lang") : html.hasAttr("xml:lang") ? html.attr("xml:lang") : null;
    }

    void head(Element element) {
        switch (element.normalName()) {
            case "title" -> title = title.isEmpty() ? cut(element.text()) : title;
            case "base" -> base = element.attr("href");
            case "link" -> link(element);
            default -> meta(element);
        }
    }

    private void link(Element element) {
        boolean says = SPACE.splitAsStream(element.attr("rel")).anyMatch("canonical"::equalsIgnoreCase);
        if (canonical == null && says) {
            canonical = element.attr("href").strip();
        }
    }

    private void meta(Element element) {
        if (element.hasAttr("itemprop")) {
            property(element.attr("itemprop").toLowerCase(Locale.ROOT), element.attr("content"), "", 0);
        }
        refreshes |= element.attr("http-equiv").equalsIgnoreCase("refresh");
        String name = element.hasAttr("property") ? element.attr("property") : element.attr("name");
        String content = element.attr("content").strip();
        if (name.isEmpty()) {
            name = element.attr("http-equiv");
        }
        if (!name.isEmpty() && !content.isEmpty() && metaCount++ < MAX_META) {
            metas.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                    .add(cut(plain(content)));
        }
    }

    /** Without the entities that are left where a page escapes them twice. */
    private static String plain(String content) {
        boolean escaped = content.indexOf('&') >= 0 && content.indexOf(';') >= 0;
        return escaped ? Parser.unescapeEntities(content, true).strip() : content;
    }

    void script(Element element) {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json") && linkedData.size() < MAX_SCRIPTS) {
            String json = element.data();
            if (json.length() <= MAX_JSON_CHARS) {
                linkedData.add(json);
            }
        }
    }

    void property(String names, String content, String text, int block) {
        for (String name : names.split("\\s+", -1)) {
            if (properties.size() < MAX_ITEMS) {
                properties.add(new Item(name, cut(content), cut(text), block));
            }
        }
    }

    void time(Element element, int block) {
        if (times.size() < MAX_ITEMS) {
            times.add(new Item(timeName(element), cut(element.attr("datetime")), cut(element.text()), block));
        }
    }

    /** Whether a class says that a time is that of a change, and not of the publication as well. */
    static boolean tellsChange(String className) {
        String name = className.toLowerCase(Locale.ROOT);
        return CHANGE.matcher(name).find() && !name.contains("publi");
    }

    private static String timeName(Element element) {
        if (element.hasAttr("pubdate")) {
            return "pubdate";
        }
        String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
        boolean changed = property.isEmpty()
                ? tellsChange(element.className())
                : property.contains(MODIFIED) && !property.contains("published");
        return changed ? MODIFIED : property;
    }

    /** A time that only the title of an abbreviation tells machines. */
    void abbreviatedTime(String title, String text, int block) {
        if (times.size() < MAX_ITEMS) {
            times.add(new Item("", cut(title), cut(text), block));
        }
    }

    void authorLink(Element element, int block) {
        if (authorLinks.size() < MAX_ITEMS) {
            authorLinks.add(new Item(element.attr("rel"), cut(element.attr("href")), cut(element.text()), block));
        }
    }

    void bylinePart(Element element, int block) {
        if (bylineParts.size() < MAX_ITEMS) {
            bylineParts.add(new Item("", "", cut(element.text()), block));
        }
    }

    private static String cut(String value) {
        return value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS);
    }

    /** The first non-empty value of the first of these names that the page has; names in lower case. */
    @Nullable
    public String meta(String... names) {
        for (String name : names) {
            List<String> values = metas.get(name);
            if (values != null) {
                return values.get(0);
            }
        }
        return null;
    }

    /** All values of the {@code meta} elements of that name, in page order; empty if there is none. */
    public List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    /** The texts of the scripts with linked data, in page order, as they stand. */
    public List<String> linkedData() {
        return linkedData;
    }

    /** Elements with microdata, in page order. */
    public List<Item> properties() {
        return properties;
    }

    /** Whether microdata say that the article is not free to read. */
    public boolean paywalled() {
        return properties.stream()
                .filter(item -> item.name().equals(FREE))
                .map(Item::told)
                .anyMatch(PageHints::saysNo);
    }

    /** Whether a value is false: in words, as a number or as an address, {@code https://schema.org/False}. */
    static boolean saysNo(String value) {
        String said = value.strip().toLowerCase(Locale.ROOT);
        return said.endsWith("false") || said.equals("no") || said.equals("0");
    }

    /** Elements that tell a time, in page order. */
    public List<Item> times() {
        return times;
    }

    /** Links to authors, in page order. */
    public List<Item> authorLinks() {
        return authorLinks;
    }

    /** Links and spans in elements whose class says byline. */
    public List<Item> bylineParts() {
        return bylineParts;
    }

    /** The language that the page says it is in, as it says it. */
    @Nullable
    public String language() {
        return language;
    }

    @Nullable
    String canonical() {
        return canonical;
    }

    @Nullable
    String base() {
        return base;
    }

    /** The text of the {@code title} element, may be empty. */
    public String title() {
        return title;
    }

    /** Whether the page asks to be loaded again or sends the reader on. */
    boolean refreshes() {
        return refreshes;
    }
}
