package newsloom.cleaner.extract.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.extract.words.OneLine;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page's JSON-LD says about its article; empty fields where it says nothing. Broken JSON counts as none, and a script is read only as far as
 * 5 000 nodes. Values but for the body are single lines of up to 2 000 characters.
 *
 * @param type of the article, empty when there is none
 * @param body the text of the article, with line breaks and maybe tags; mostly empty
 * @param types of all that is told of, articles or not
 * @param pages what is told of that holds nothing else's place, and of pages their main things: the page itself, or others beside it
 */
public record LinkedData(
        String type,
        String headline,
        List<String> people,
        List<String> organisations,
        @Nullable String published,
        @Nullable String modified,
        @Nullable String section,
        List<String> keywords,
        @Nullable String image,
        @Nullable String publisher,
        String body,
        boolean paywalled,
        Set<String> types,
        List<Told> pages) {

    public static final LinkedData NONE = new LinkedData(
            "", "", List.of(), List.of(), null, null, null, List.of(), null, null, "", false, Set.of(), List.of());

    /**
     * What stands in the graph for itself.
     *
     * @param types all that it says it is
     * @param address its URL, or its identifier without a fragment; empty where it says none
     * @param published when it was, as it says
     */
    record Told(Set<String> types, String address, @Nullable String published) {

        private boolean article() {
            return types.stream().anyMatch(LinkedData::isArticle);
        }
    }

    private static final int MAX_NODES = 5_000;
    private static final int MAX_PAGES = 100;
    private static final int MAX_VALUE_CHARS = 2_000;
    private static final int MAX_PEOPLE = 100;
    /** What holds articles in their own right, none of them the page's: the entries of a live blog and of a list. */
    private static final Set<String> ENTRIES = Set.of("liveBlogUpdate", "itemListElement");

    private static final Set<String> PAGES = Set.of("WebPage", "ItemPage", "AboutPage", "MedicalWebPage", "FAQPage");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** Reads the scripts one by one; what is no JSON tells nothing. */
    public static LinkedData read(List<String> scripts) {
        Map<String, JsonNode> byId = new HashMap<>();
        List<JsonNode> articles = new ArrayList<>();
        Set<String> types = new HashSet<>();
        List<Told> pages = new ArrayList<>();
        for (String script : scripts) {
            JsonNode root = parse(script);
            if (root != null) {
                addPages(root, pages);
                collect(root, byId, articles, types);
            }
        }
        JsonNode best = null;
        for (JsonNode article : articles) {
            best = best == null || weight(article) > weight(best) ? article : best;
        }
        return of(best == null ? MissingNode.getInstance() : best, byId, types, pages);
    }

    /** Of the root, of the nodes of a graph, and of what is the main thing of those. */
    private static void addPages(JsonNode root, List<Told> pages) {
        for (JsonNode node : each(root.has("@graph") ? root.path("@graph") : root)) {
            for (JsonNode told : List.of(node, node.path("mainEntity"))) {
                if (told.isObject() && pages.size() < MAX_PAGES) {
                    Set<String> types = new HashSet<>();
                    each(told.path("@type")).forEach(type -> types.add(type.asText()));
                    String url = text(told.path("url"));
                    pages.add(new Told(
                            types,
                            url.isEmpty() ? withoutFragment(text(told.path("@id"))) : url,
                            value(told.path("datePublished"))));
                }
            }
        }
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static @Nullable JsonNode parse(String script) {
        String json = script.strip();
        if (json.startsWith("<!--")) {
            json = json.substring(4).replace("-->", "");
        }
        if (json.startsWith("//<![CDATA[") || json.startsWith("<![CDATA[")) {
            json = json.substring(json.indexOf("[CDATA[") + 7)
                    .replace("//]]>", "")
                    .replace("]]>", "");
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private static void collect(JsonNode root, Map<String, JsonNode> byId, List<JsonNode> articles, Set<String> types) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                if (node.path("@id").isTextual() && node.size() > 1) {
                    byId.putIfAbsent(node.path("@id").asText(), node);
                }
                types.add(type(node));
                if (isArticle(type(node))) {
                    articles.add(node);
                }
            }
            (node.isObject() ? parts(node) : node).forEach(child -> {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            });
        }
    }

    /** The values of an object but for its entries. */
    private static List<JsonNode> parts(JsonNode object) {
        return object.properties().stream()
                .filter(field -> !ENTRIES.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String type(JsonNode node) {
        JsonNode type = node.path("@type");
        return type.isArray() && !type.isEmpty() ? type.get(0).asText() : type.asText("");
    }

    private static boolean isArticle(String type) {
        return type.endsWith("Article")
                || type.endsWith("BlogPosting")
                || type.endsWith("Report")
                || type.equals("Review")
                || type.endsWith("Recipe");
    }

    /** The article that tells most; among equals the first, which a reader of the page meets first. */
    private static int weight(JsonNode article) {
        int weight = 0;
        weight += article.has("datePublished") ? 4 : 0;
        weight += article.has("headline") ? 2 : 0;
        weight += article.has("articleBody") ? 1 : 0;
        weight += article.has("author") ? 1 : 0;
        return weight;
    }

    private static LinkedData of(JsonNode article, Map<String, JsonNode> byId, Set<String> types, List<Told> pages) {
        Set<String> people = new LinkedHashSet<>();
        Set<String> organisations = new LinkedHashSet<>();
        for (JsonNode author : each(article.has("author") ? article.path("author") : article.path("creator"))) {
            JsonNode whole = resolve(author, byId);
            for (JsonNode name : each(whole.isObject() ? whole.path("name") : whole)) {
                if (!text(name).isEmpty() && people.size() + organisations.size() < MAX_PEOPLE) {
                    (type(whole).contains("Organization") ? organisations : people).add(text(name));
                }
            }
        }
        return new LinkedData(
                type(article),
                text(article.has("headline") ? article.path("headline") : article.path("name")),
                List.copyOf(people),
                List.copyOf(organisations),
                value(article.path("datePublished")),
                value(article.path("dateModified")),
                value(article.path("articleSection")),
                keywords(article.path("keywords")),
                image(resolve(first(article.path("image")), byId)),
                value(resolve(first(article.path("publisher")), byId).path("name")),
                whole(article.path("articleBody")),
                notFree(article) || each(article.path("hasPart")).stream().anyMatch(LinkedData::notFree),
                Set.copyOf(types),
                List.copyOf(pages));
    }

    private static boolean notFree(JsonNode article) {
        JsonNode free = article.path("isAccessibleForFree");
        return PageHints.saysNo(free.asText(""));
    }

    /** Whether anything of one of these types is told of. */
    public boolean says(Set<String> wanted) {
        return wanted.stream().anyMatch(types::contains);
    }

    /** Whether the page itself is said to be of one of these types: by its address, or by what has none where no article stands beside it. */
    public boolean pageIs(Set<String> wanted, String url) {
        boolean besideArticle = pages.stream().anyMatch(Told::article);
        return pages.stream()
                .filter(told -> told.address().isEmpty() ? !besideArticle : PageUrls.same(told.address(), url))
                .anyMatch(told -> told.types().stream().anyMatch(wanted::contains));
    }

    /** When the page was published, where it is told of as a page and not as an article; null where nothing says so, and for front pages. */
    @Nullable
    public String pagePublished(String url) {
        return PageUrls.frontPage(url)
                ? null
                : pages.stream()
                        .filter(told -> told.types().stream().anyMatch(PAGES::contains))
                        .filter(told -> told.address().isEmpty() || PageUrls.same(told.address(), url))
                        .map(Told::published)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The lines of the body, without tags. */
    public List<String> paragraphs() {
        return body.replaceAll("(?i)</p>|<br\\s*/?>", "\n")
                .replaceAll("<[^<>]{1,300}>", "")
                .lines()
                .map(line -> line.replaceAll("[\\s\u00a0]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<JsonNode> each(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else if (!node.isMissingNode()) {
            all.add(node);
        }
        return all;
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.get(0) : node;
    }

    private static JsonNode resolve(JsonNode node, Map<String, JsonNode> byId) {
        if (node.isObject() && node.path("@id").isTextual() && !node.has("name") && !node.has("url")) {
            return byId.getOrDefault(node.path("@id").asText(), node);
        }
        return node;
    }

    private static @Nullable String image(JsonNode image) {
        return value(image.isObject() ? image.path("url") : image);
    }

    private static List<String> keywords(JsonNode keywords) {
        List<String> words = new ArrayList<>();
        for (JsonNode node : each(keywords)) {
            for (String word : text(node).split("\\s*[,;]\\s*", -1)) {
                if (!word.isBlank() && words.size() < 50) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }

    private static @Nullable String value(JsonNode node) {
        String text = text(first(node));
        return text.isEmpty() ? null : text;
    }

    private static String text(JsonNode node) {
        return OneLine.of(whole(node), MAX_VALUE_CHARS);
    }

    /** With its line breaks, however long it is. */
    private static String whole(JsonNode node) {
        JsonNode one = first(node);
        return one.isTextual() ? Parser.unescapeEntities(one.asText(), false).strip() : "";
    }
}
