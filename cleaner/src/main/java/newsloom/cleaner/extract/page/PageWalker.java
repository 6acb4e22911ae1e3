package newsloom.cleaner.extract.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.decode.AuthorPaths;
import newsloom.cleaner.extract.words.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The one walk over the parsed page: cuts its text into blocks, notes the elements that hold them, and gathers hints for the metadata. Iterative, so
 * that depth costs no stack; stops at the node and block limits it is given. One walker a page.
 *
 * <p>A block ends at block-level, unknown and custom elements, at line breaks as {@link OpenBlock} says, and around a {@code span} with a speaking class (author,
 * date, caption) outside of paragraphs.
 */
public final class PageWalker implements NodeFilter {

    private static final int INLINE_BOUNDARY_ROLES =
            Role.BYLINE.bit() | Role.DATE.bit() | Role.CAPTION.bit() | Role.SHARE.bit() | Role.TAGS.bit();

    /** Of what asks for consent: a banner, popup or dialog. */
    private static final int DIALOG_NAMES = Role.HEADER.bit() | Role.FORM.bit();

    private static final Set<String> PRODUCTS = Set.of(
            "http://schema.org/Product",
            "https://schema.org/Product",
            "http://schema.org/ProductGroup",
            "https://schema.org/ProductGroup");

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Set<String> LARGE = Set.of("4", "5", "6", "7", "+1", "+2", "+3", "+4");

    private final int maxNodes;
    private final int maxBlocks;
    private final RoleWords words = new RoleWords();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final PageHints hints = new PageHints();

    private final OpenBlock open = new OpenBlock();
    private int linkDepth;
    private int emphasisDepth;
    private int nodes;
    private int current;
    /** For each open element, by depth: what ends with it. */
    private byte[] kinds = new byte[64];

    private static final byte INLINE = 0;
    private static final byte REGION = 1;
    private static final byte LINK = 2;
    private static final byte EMPHASIS = 3;

    private PageWalker(int maxNodes, int maxBlocks) {
        this.maxNodes = maxNodes;
        this.maxBlocks = maxBlocks;
        regions.add(Region.outermost());
    }

    /** The tree of the document as far as {@code maxNodes} nodes and {@code maxBlocks} blocks reach. Costs one step for each node. */
    public static PageTree walk(Document document, int maxNodes, int maxBlocks) {
        PageWalker walker = new PageWalker(maxNodes, maxBlocks);
        document.filter(walker);
        walker.closeAll();
        return PageTree.of(walker.blocks, walker.regions, walker.hints);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > maxNodes || blocks.size() >= maxBlocks) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode textNode) {
            append(textNode.getWholeText());
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element && !(node instanceof Document)
                ? enter(element, depth)
                : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element && !(node instanceof Document)) {
            leave(depth);
        }
        return FilterResult.CONTINUE;
    }

    private void append(String text) {
        int end = open.append(text, 0, linkDepth > 0, emphasisDepth > 0);
        while (end < text.length() && blocks.size() < maxBlocks) {
            flush();
            end = open.append(text, end, linkDepth > 0, emphasisDepth > 0);
        }
    }

    private FilterResult enter(Element element, int depth) {
        String name = element.normalName();
        mark(depth, INLINE);
        switch (Tags.of(name)) {
            case SKIPPED -> {
                if (!name.equals("dialog") || element.selectFirst("h1, article") == null) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                enterBlock(element, name, depth); // a page may show its article in one
            }
            case SCRIPT -> {
                hints.script(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            case META -> {
                hints.head(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            case HEAD -> {
                return FilterResult.CONTINUE;
            }
            case BREAK -> {
                if (open.lineBreak() || Role.BYLINE.in(regions.get(current).ownRoles)) {
                    flush(); // each line of a byline tells something else
                }
            }
            case LINK -> {
                if (element.hasAttr("name") && !element.hasAttr("href")) {
                    property(element); // no link, but where links lead to
                } else {
                    enterLink(element, depth);
                }
            }
            case INLINE -> enterInline(element, name, depth);
            case BLOCK -> enterBlock(element, name, depth);
        }
        return FilterResult.CONTINUE;
    }

    private void enterLink(Element element, int depth) {
        mark(depth, LINK);
        if (beside("span", element)) {
            open.space(); // a label that the style sheet sets apart from its link
        }
        linkDepth++;
        open.link();
        String rel = element.attr("rel");
        if (rel.contains("author") || AuthorPaths.in(element.attr("href"))) {
            hints.authorLink(element, blocks.size());
        }
        property(element);
        bylinePart(element);
    }

    /** Whether nothing, not even a space, stands between the element and such a one before it. */
    private static boolean beside(String name, Element element) {
        return element.previousSibling() instanceof Element before
                && before.normalName().equals(name);
    }

    /** A name may stand in an element of its own, with nothing but space to the next. */
    private void bylinePart(Element element) {
        Region region = regions.get(current);
        int roles = region.ownRoles | (region.parent < 0 ? 0 : regions.get(region.parent).ownRoles);
        if (Role.BYLINE.in(roles)) {
            hints.bylinePart(element, blocks.size());
        }
    }

    private void enterInline(Element element, String name, int depth) {
        if (name.equals("time")) {
            open.seam();
            hints.time(element, blocks.size());
        } else if (name.equals("abbr")) {
            abbreviation(element);
        }
        property(element);
        if (emphasises(element, name)) {
            mark(depth, EMPHASIS);
            emphasisDepth++;
        }
        if (name.equals("span") && (beside("span", element) || beside("a", element))) {
            open.seam();
        }
        if (name.equals("span")
                && regions.get(current).headingLevel == 0
                && !regions.get(current).tag.equals("p")) {
            String className = element.className();
            int roles = roles(element, name, className);
            if ((roles & INLINE_BOUNDARY_ROLES) != 0) {
                openRegion(element, className, roles, depth);
            } else {
                bylinePart(element);
            }
        }
    }

    /** As hAtom writes a date: the one for machines in the title. */
    private void abbreviation(Element element) {
        String title = element.attr("title").strip();
        boolean date = ISO_DAY.matcher(title).lookingAt() || Role.DATE.in(words.of(element.className()));
        if (!title.isEmpty() && date && !PageHints.tellsChange(element.className())) {
            hints.abbreviatedTime(title, element.text(), blocks.size());
        }
    }

    private static boolean emphasises(Element element, String name) {
        return switch (name) {
            case "b", "strong", "big" -> true;
            case "font" -> LARGE.contains(element.attr("size").strip());
            default -> false;
        };
    }

    private void enterBlock(Element element, String name, int depth) {
        if (name.equals("html")) {
            hints.html(element);
            return;
        }
        property(element);
        String className = element.className();
        openRegion(element, className, name.equals("body") ? 0 : roles(element, name, className), depth);
    }

    private void openRegion(Element element, String className, int roles, int depth) {
        flush();
        mark(depth, REGION);
        String tag = element.normalName();
        Region region = Region.within(
                regions.get(current),
                regions.size(),
                tag,
                className,
                roles & Role.ALL,
                marks(element, className, roles),
                headingLevel(tag),
                blocks.size());
        regions.add(region);
        current = region.index;
    }

    private static int marks(Element element, String className, int roles) {
        int marks = (roles & RoleWords.CONSENT_TOOL) == 0 ? 0 : Region.CONSENT_TOOL;
        boolean named = Role.CONSENT.in(roles) && (roles & DIALOG_NAMES) != 0;
        marks |= named || element.normalName().equals("dialog") ? Region.DIALOG : 0;
        if (element.attributesSize() <= (className.isEmpty() ? 0 : 1)) {
            return marks;
        }
        marks |= saysDialog(element) ? Region.DIALOG : 0;
        boolean product = element.hasAttr("itemtype")
                && PRODUCTS.contains(element.attr("itemtype").strip());
        return product ? marks | Region.PRODUCT : marks;
    }

    private static boolean saysDialog(Element element) {
        return (element.hasAttr("role") && element.attr("role").endsWith("dialog"))
                || (element.hasAttr("aria-modal") && element.attr("aria-modal").equals("true"));
    }

    private void property(Element element) {
        if (element.hasAttr("itemprop")) {
            String names = element.attr("itemprop").toLowerCase(Locale.ROOT);
            if (names.contains("author")
                    || names.contains("date")
                    || names.contains("headline")
                    || names.contains(PageHints.FREE)
                    || names.equals("name")) {
                String told = element.normalName().equals("abbr") ? "title" : "datetime";
                String content = element.attr(element.hasAttr("content") ? "content" : told);
                hints.property(names, content, element.childNodeSize() > 12 ? "" : element.text(), blocks.size());
            }
        }
    }

    private int roles(Element element, String name, String className) {
        String id = element.id();
        int roles = words.of(className) | words.of(id) | tagRoles(name);
        if (element.attributesSize() <= (className.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1)) {
            return roles; // as most elements have a class or nothing
        }
        if (element.hasAttr("role")) {
            roles |= words.of(element.attr("role"));
        }
        String itemprop = element.attr("itemprop");
        if (itemprop.contains("articleBody")) {
            roles |= Role.BODY_TEXT.bit();
        }
        boolean hidden = element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (element.hasAttr("style") && hides(element.attr("style")));
        return hidden ? roles | Role.HIDDEN.bit() : roles;
    }

    private static boolean hides(String style) {
        String tight = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return tight.contains("display:none") || tight.contains("visibility:hidden");
    }

    private static int tagRoles(String name) {
        return switch (name) {
            case "nav", "menu" -> Role.NAVIGATION.bit();
            case "footer" -> Role.FOOTER.bit();
            case "header" -> Role.HEADER.bit();
            case "aside" -> Role.ASIDE.bit();
            case "figure" -> Role.FIGURE.bit();
            case "figcaption", "caption" -> Role.CAPTION.bit();
            case "ul", "ol", "dl" -> Role.LIST.bit();
            case "table" -> Role.TABLE.bit();
            case "blockquote" -> Role.QUOTE.bit();
            case "pre" -> Role.CODE.bit();
            case "form", "fieldset", "dialog" -> Role.FORM.bit();
            case "article" -> Role.ARTICLE.bit();
            case "main" -> Role.MAIN.bit();
            case "address" -> Role.BYLINE.bit();
            default -> 0;
        };
    }

    private static int headingLevel(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6'
                ? name.charAt(1) - '0'
                : 0;
    }

    private void leave(int depth) {
        if (depth >= kinds.length) {
            return;
        }
        switch (kinds[depth]) {
            case REGION -> {
                flush();
                Region region = regions.get(current);
                region.endBlock = blocks.size();
                current = region.parent;
            }
            case LINK -> linkDepth--;
            case EMPHASIS -> emphasisDepth--;
            default -> {}
        }
    }

    /** Also closes what is still open when the walk was stopped at a limit. */
    private void closeAll() {
        flush();
        for (int index = current; index >= 0; index = regions.get(index).parent) {
            regions.get(index).endBlock = blocks.size();
        }
    }

    private void mark(int depth, byte kind) {
        if (depth >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(depth + 1, kinds.length * 2));
        }
        kinds[depth] = kind;
    }

    private void flush() {
        for (OpenBlock.Piece piece : open.take()) {
            blocks.add(new Block(
                    blocks.size(),
                    piece.text(),
                    TextShape.of(piece.text()),
                    current,
                    piece.linkChars(),
                    piece.links()));
        }
    }
}
