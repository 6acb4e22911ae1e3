package newsloom.cleaner.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of a page without what is never read, so that it need not be decoded and parsed: what scripts and style sheets say (JSON-LD stays), what long comments say, and attributes
 * that nobody asks for. The rest parses to the same text in the same elements, but for those that lie too deep ({@link Nesting}).
 *
 * <p>Works on bytes, in any charset that writes the ASCII signs of tags as themselves and in no other character. Knows as much of the HTML Standard's tokenization (WHATWG, sections 13.2.5
 * and 13.2.6.5) as it takes to see where tags, comments and raw texts end, and copies what it is not sure of. One pass. For one page, not thread-safe.
 */
final class LeanHtml {

    private static final int LONG_COMMENT_BYTES = 40;
    private static final byte[][][] KEPT = byLength(
            "class",
            "id",
            "href",
            "rel",
            "type",
            "name",
            "content",
            "property",
            "itemprop",
            "itemtype",
            "role",
            "style",
            "hidden",
            "aria-hidden",
            "aria-modal",
            "datetime",
            "pubdate",
            "lang",
            "xml:lang",
            "http-equiv",
            "charset",
            "size",
            "encoding");
    private static final byte[][][] UNREAD = byLength("script", "style");
    /** Texts in which tags are no tags. */
    private static final byte[][][] RAW = byLength("textarea", "title", "iframe", "xmp", "noembed", "noframes");
    /** Elements that hold no other, or end by themselves where the next one begins. */
    private static final byte[][][] FLAT = byLength(
            "a",
            "p",
            "br",
            "li",
            "td",
            "tr",
            "th",
            "dd",
            "dt",
            "hr",
            "rt",
            "rp",
            "img",
            "col",
            "wbr",
            "html",
            "head",
            "body",
            "meta",
            "link",
            "base",
            "area",
            "input",
            "embed",
            "track",
            "param",
            "tbody",
            "thead",
            "tfoot",
            "image",
            "option",
            "source",
            "button",
            "optgroup",
            "colgroup",
            "select");
    /** Elements of which text is set apart. */
    private static final byte[][][] BLOCKS = byLength(
            "div",
            "nav",
            "ul",
            "ol",
            "dl",
            "pre",
            "dir",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "main",
            "menu",
            "form",
            "table",
            "aside",
            "header",
            "footer",
            "center",
            "figure",
            "section",
            "article",
            "address",
            "details",
            "hgroup",
            "summary",
            "caption",
            "fieldset",
            "blockquote",
            "figcaption");
    /** What a drawing holds that has no text and nothing that would end it. */
    private static final byte[][][] SHAPES = byLength(
            "path",
            "g",
            "use",
            "symbol",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polygon",
            "polyline",
            "defs",
            "clippath",
            "mask",
            "lineargradient",
            "radialgradient",
            "stop");

    /** Tags that end every drawing and formula in which they stand, whether closed or not. */
    private static final byte[][][] BREAK_OUT = byLength(
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
            "strike",
            "sub",
            "sup",
            "table",
            "tt",
            "u",
            "ul",
            "var");

    private static final byte[] PARAGRAPH = bytes("<p>");
    private static final byte[] NOTHING = bytes("");
    private static final byte[] SVG = bytes("svg");
    private static final byte[] MATH = bytes("math");
    private static final byte[] PLAINTEXT = bytes("plaintext");
    private static final byte[] COMMENT = bytes("<!--");
    private static final byte[] CDATA = bytes("<![cdata[");
    private static final byte[] CDATA_END = bytes("]]>");
    private static final byte[] LINKED_DATA = bytes("ld+json");
    private static final byte[] REFERENCE = bytes("&#");
    private static final byte[] JSON = bytes("json");

    private final byte[] html;
    private final int length;
    private final byte[] lean;
    private int size;
    /** All before it is copied or left out. */
    private int done;
    /** Drawings that are open, and formulas: in them no text is raw. */
    private int drawings;

    private int formulas;
    /** What {@link #size} and {@link #done} were before the tag that is read. */
    private int tagSize;

    private int tagDone;
    private final Nesting nesting = new Nesting();

    private final boolean scripts;

    private int tagsLeft;

    private LeanHtml(byte[] html, int length, int maxTags, boolean scripts) {
        this.html = html;
        this.length = length;
        this.tagsLeft = maxTags;
        this.scripts = scripts;
        this.lean = new byte[length];
    }

    /** The first bytes of a page without what is never read, up to so many tags. */
    static LeanHtml of(byte[] html, int length, int maxTags) {
        return new LeanHtml(html, length, maxTags, false).read();
    }

    /** The same with what the scripts say. */
    static LeanHtml withScripts(byte[] html, int length, int maxTags) {
        return new LeanHtml(html, length, maxTags, true).read();
    }

    private LeanHtml read() {
        int at = next('<', 0);
        while (at < length && tagsLeft > 0) {
            tagsLeft--;
            at = next('<', markup(at));
        }
        leaveOut(at, length);
        return this;
    }

    /** What is left, from the first byte on; the array may be longer than {@link #size}. */
    byte[] bytes() {
        return lean;
    }

    int size() {
        return size;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[][][] byLength(String... names) {
        byte[][][] byLength = new byte[32][][];
        for (int i = 0; i < byLength.length; i++) {
            int wanted = i;
            byLength[i] = List.of(names).stream()
                    .filter(name -> name.length() == wanted)
                    .map(LeanHtml::bytes)
                    .toArray(byte[][]::new);
        }
        return byLength;
    }

    private void leaveOut(int from, int to) {
        System.arraycopy(html, done, lean, size, from - done);
        size += from - done;
        done = to;
    }

    /** Where the markup ends that may begin here. */
    private int markup(int at) {
        tagSize = size;
        tagDone = done;
        byte next = at(at + 1);
        if (letter(next)) {
            return startTag(at);
        }
        if (next == '!') {
            return declaration(at);
        }
        if (next == '/' && letter(at(at + 2))) {
            int nameEnd = nameEnd(at + 2);
            drawings -= drawings > 0 && named(SVG, at + 1, nameEnd) ? 1 : 0;
            formulas -= formulas > 0 && named(MATH, at + 1, nameEnd) ? 1 : 0;
            int end = attributes(nameEnd);
            return foreign() ? end : nested(at, at + 2, nameEnd, end);
        }
        return next == '?' || next == '/' ? behind('>', at) : at + 1;
    }

    private int declaration(int at) {
        if (foreign() && says(CDATA, at)) { // elsewhere a comment that ends with the next tag
            int end = find(CDATA_END, at, length);
            return Math.min(length, end + CDATA_END.length);
        }
        return says(COMMENT, at) ? comment(at) : behind('>', at);
    }

    /** Ends with {@code -->} or {@code --!>}; {@code <!-->} and {@code <!--->} are whole comments. */
    private int comment(int at) {
        for (int close = next('>', at + 4); close < length; close = next('>', close + 1)) {
            int dashes = at(close - 1) == '!' && close - at > 6 ? close - 3 : close - 2;
            if (dashes >= at + 2 && at(dashes) == '-' && at(dashes + 1) == '-') {
                if (dashes - at > LONG_COMMENT_BYTES) {
                    leaveOut(at + 4, dashes);
                }
                return close + 1;
            }
        }
        return length;
    }

    private int startTag(int at) {
        int nameEnd = nameEnd(at + 1);
        int end = attributes(nameEnd);
        boolean svg = named(SVG, at, nameEnd);
        if (svg || named(MATH, at, nameEnd)) {
            boolean whole = at(end - 2) == '/';
            drawings += svg && !whole ? 1 : 0;
            formulas += svg || whole ? 0 : 1;
            return svg && !whole ? drawing(end) : end;
        }
        if (foreign()) {
            if (oneOf(BREAK_OUT, at + 1, nameEnd) != null) {
                drawings = 0;
                formulas = 0;
            }
            return end;
        }
        byte[] unread = oneOf(UNREAD, at + 1, nameEnd);
        if (unread != null) {
            return unread(unread, at, end);
        }
        byte[] raw = oneOf(RAW, at + 1, nameEnd);
        if (raw != null) {
            return rawEnd(raw, end);
        }
        return named(PLAINTEXT, at, nameEnd) ? length : nested(at, at + 1, nameEnd, end);
    }

    /** Takes a tag away that lies too deep; where it ends. */
    private int nested(int tag, int name, int nameEnd, int end) {
        if (oneOf(FLAT, name, nameEnd) != null) {
            return end;
        }
        boolean block = oneOf(BLOCKS, name, nameEnd) != null;
        Nesting.Fate fate = at(tag + 1) == '/' ? nesting.closes(block) : nesting.opens(block);
        if (fate != Nesting.Fate.KEPT) {
            cut(tag, end, fate == Nesting.Fate.PARTED ? PARAGRAPH : NOTHING);
        }
        return end;
    }

    /** Puts something shorter in the place of a tag, of which attributes are left out already. */
    private void cut(int tag, int end, byte[] instead) {
        size = tagSize;
        done = tagDone;
        leaveOut(tag, end);
        System.arraycopy(instead, 0, lean, size, instead.length);
        size += instead.length;
    }

    private boolean foreign() {
        return drawings + formulas > 0;
    }

    /** Leaves out what stands in a drawing if all of it is shapes; where to read on. */
    private int drawing(int from) {
        int at = next('<', from);
        while (at < length) {
            int name = at(at + 1) == '/' ? at + 2 : at + 1;
            int nameEnd = nameEnd(name);
            if (oneOf(SHAPES, name, nameEnd) == null) {
                break;
            }
            at = next('<', tagEnd(nameEnd));
        }
        boolean ends = at(at + 1) == '/' && named(SVG, at + 1, nameEnd(at + 2));
        if (ends) {
            leaveOut(from, at);
        }
        return ends ? at : from;
    }

    private boolean named(byte[] name, int tag, int nameEnd) {
        return nameEnd - tag - 1 == name.length && says(name, tag + 1);
    }

    private int unread(byte[] name, int tag, int from) {
        int end = rawEnd(name, from);
        boolean kept = scripts || linkedData(tag, from);
        if (!kept && find(COMMENT, from, end) == end) { // a comment in a script may hide where it ends
            leaveOut(from, end);
        }
        return end;
    }

    /** Whether the tag may say so; a type may be written with character references. */
    private boolean linkedData(int tag, int end) {
        return find(LINKED_DATA, tag, end) < end || (find(REFERENCE, tag, end) < end && find(JSON, tag, end) < end);
    }

    /** Where the end tag of a raw text begins. */
    private int rawEnd(byte[] name, int from) {
        for (int at = next('<', from); at < length; at = next('<', at + 1)) {
            if (at(at + 1) == '/' && says(name, at + 2)) {
                byte behind = at(at + 2 + name.length);
                if (space(behind) || behind == '/' || behind == '>') {
                    return at;
                }
            }
        }
        return length;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < length && !space(html[end]) && html[end] != '/' && html[end] != '>') {
            end++;
        }
        return end;
    }

    /** Leaves out the attributes that nobody reads; where the tag ends. */
    private int attributes(int from) {
        int at = from;
        while (at < length) {
            byte c = html[at];
            if (c == '>') {
                return at + 1;
            }
            at = space(c) || c == '/' ? at + 1 : attribute(at);
        }
        return at;
    }

    /** Where the tag ends, all its attributes left in place. */
    private int tagEnd(int from) {
        int at = from;
        while (at < length && html[at] != '>') {
            at = space(html[at]) || html[at] == '/' ? at + 1 : attributeEnd(attributeNameEnd(at));
        }
        return Math.min(length, at + 1);
    }

    private int attribute(int from) {
        int nameEnd = attributeNameEnd(from);
        int end = attributeEnd(nameEnd);
        if (end > nameEnd && oneOf(KEPT, from, nameEnd) == null) {
            leaveOut(from, end);
        }
        return end;
    }

    private int attributeNameEnd(int from) {
        int end = from + 1;
        while (end < length && !space(html[end]) && html[end] != '/' && html[end] != '>' && html[end] != '=') {
            end++;
        }
        return end;
    }

    /** Behind the value; behind the name where there is none. */
    private int attributeEnd(int nameEnd) {
        int equals = behindSpace(nameEnd);
        return at(equals) == '=' ? valueEnd(behindSpace(equals + 1)) : nameEnd;
    }

    private int valueEnd(int from) {
        byte quote = at(from);
        if (quote == '"' || quote == '\'') {
            return behind(quote, from + 1);
        }
        int end = from;
        while (end < length && !space(html[end]) && html[end] != '>') {
            end++;
        }
        return end;
    }

    /** The one of these names that stands here; null when none does. */
    private byte @Nullable [] oneOf(byte[][][] names, int from, int to) {
        if (to - from < names.length) {
            for (byte[] name : names[to - from]) {
                if (says(name, from)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** Whether these small letters and signs stand here, in whatever case. */
    private boolean says(byte[] text, int from) {
        if (from + text.length > length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            byte c = html[from + i];
            if (c != text[i] && (c < 'A' || c > 'Z' || c + 32 != text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where the text stands first, or the end of the stretch. */
    private int find(byte[] text, int from, int to) {
        int at = first(text[0], from, to);
        while (at < to && !says(text, at)) {
            at = first(text[0], at + 1, to);
        }
        return at;
    }

    /** Where a sign or a letter, small or capital, stands first, or the end of the stretch. */
    private int first(byte wanted, int from, int to) {
        if (!letter(wanted)) {
            return ByteSearch.next(html, wanted, from, to);
        }
        int at = from;
        while (at < to && lower(html[at]) != wanted) {
            at++;
        }
        return at;
    }

    private int next(int sign, int from) {
        return from < length ? ByteSearch.next(html, sign, from, length) : from;
    }

    private int behind(int sign, int from) {
        return Math.min(length, next(sign, from) + 1);
    }

    private int behindSpace(int from) {
        int at = from;
        while (at < length && space(html[at])) {
            at++;
        }
        return at;
    }

    /** The byte, or 0 beyond the end. */
    private byte at(int at) {
        return at < length ? html[at] : 0;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    private static boolean letter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean space(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
