package newsloom.cleaner.extract.decode;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The source of a page without what is never read, so that it need not be decoded and parsed: what scripts and style sheets say (JSON-LD stays), what long comments say, and attributes
 * that nobody asks for; pictures, links to other files, and white space that shows nothing. The rest parses to the same text in the same elements, but for those that lie too deep ({@link Nesting})
 * and for links that are not closed, which may begin anew at white space or do not.
 *
 * <p>Works on bytes, in any charset that writes the ASCII signs of tags as themselves and in no other character. Knows as much of the HTML Standard's tokenization (WHATWG, sections 13.2.5
 * and 13.2.6.5) as it takes to see where tags, comments and raw texts end, and copies what it is not sure of. One pass. For one page, not thread-safe.
 */
final class LeanHtml {

    private static final int LONG_COMMENT_BYTES = 40;
    /** Kept on any element. */
    private static final int KEPT = 1;
    /** Kept on all but {@link LeanTags#PLAIN} elements. */
    private static final int KEPT_ROLES = 1 << 1;
    /** Kept on abbreviations: the date for machines of hAtom. */
    private static final int KEPT_TITLE = 1 << 2;
    /** Kept where it may lead to a page about an author, and on all but links. */
    private static final int KEPT_ADDRESS = 1 << 3;
    /** Kept on all but links that may lead somewhere. */
    private static final int KEPT_NAME = 1 << 4;

    private static final MarkupNames ATTRIBUTES = MarkupNames.of(keptAttributes());

    private static final byte[] PARAGRAPH = bytes("<p>");
    private static final byte[] NOTHING = bytes("");
    private static final byte[] COMMENT = bytes("<!--");
    private static final byte[] CDATA = bytes("<![cdata[");
    private static final byte[] CDATA_END = bytes("]]>");
    private static final byte[] LINKED_DATA = bytes("ld+json");
    private static final byte[] CANONICAL = bytes("canonical");
    private static final byte[] ADDRESS = bytes("href");
    private static final byte[] ITEMPROP = bytes("itemprop");
    private static final byte[] REFERENCE = bytes("&#");
    private static final byte[] JSON = bytes("json");
    private static final List<byte[]> AUTHOR_PATHS =
            AuthorPaths.PARTS.stream().map(LeanHtml::bytes).toList();
    /** By byte, whether one of these has it behind its slash. */
    private static final boolean[] AUTHOR_LETTERS = new boolean[256];

    static {
        AUTHOR_PATHS.forEach(path -> AUTHOR_LETTERS[path[1]] = true);
    }

    private final byte[] html;
    private final int length;
    private final boolean scripts;
    private final byte[] lean;
    private int size;
    /** All before it is copied or left out. */
    private int done;

    private int tagsLeft;
    private final Nesting nesting = new Nesting();
    /** Drawings that are open, and formulas: in them no text is raw. */
    private int drawings;

    private int formulas;
    /** Where the start tag begins that is read. */
    private int tagStart;
    /** Of which tag an address was looked for last. */
    private int addressSought = -1;

    private boolean addressFound;
    /** Tables that are open: what stands in them, but in no cell, is moved before them. */
    private int tables;
    /** Where the last markup ends. */
    private int behindMarkup;
    /** No text since an element began that is set apart, so that white space here would show nothing. */
    private boolean parted = true;
    /** Not only what belongs in a head has been seen. */
    private boolean body;
    /** What {@link #size} and {@link #done} were before the tag that is read. */
    private int tagSize;

    private int tagDone;

    private static Map<String, Integer> keptAttributes() {
        var bits = new HashMap<String, Integer>();
        List.of(
                        "rel",
                        "type",
                        "content",
                        "property",
                        "itemprop",
                        "itemtype",
                        "datetime",
                        "pubdate",
                        "lang",
                        "xml:lang",
                        "http-equiv",
                        "charset",
                        "size",
                        "encoding")
                .forEach(name -> bits.put(name, KEPT));
        List.of("class", "id", "style", "role", "hidden", "aria-hidden", "aria-modal")
                .forEach(name -> bits.put(name, KEPT_ROLES));
        bits.put("title", KEPT_TITLE);
        bits.put("href", KEPT_ADDRESS);
        bits.put("name", KEPT_NAME);
        return bits;
    }

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
            behindMarkup = markup(at);
            at = next('<', behindMarkup);
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

    private void leaveOut(int from, int to) {
        System.arraycopy(html, done, lean, size, from - done);
        size += from - done;
        done = to;
    }

    /** Where the markup ends that may begin here. */
    private int markup(int at) {
        byte next = at(at + 1);
        if (letter(next)) {
            int nameEnd = nameEnd(at + 1);
            int known = LeanTags.NAMES.of(html, at + 1, nameEnd);
            space(at, is(known, LeanTags.PARTS));
            body |= is(known, LeanTags.PARTS);
            return startTag(at, nameEnd, known);
        }
        space(at, false);
        if (next == '!') {
            return declaration(at);
        }
        if (next == '/' && letter(at(at + 2))) {
            return endTag(at);
        }
        if (next != '?' && next != '/') {
            parted = false; // text
            return at + 1;
        }
        return behind('>', at);
    }

    private static boolean is(int known, int any) {
        return (known & any) != 0;
    }

    /**
     * Leaves out the white space before this markup if it would show nothing: where an element begins that is set apart, and before the first text in one.
     *
     * @param parts whether one begins here
     */
    private void space(int at, boolean parts) {
        boolean blank = behindSpace(behindMarkup) >= at;
        boolean apart = !foreign();
        if (blank && at > behindMarkup && apart && tables == 0 && (parted || parts)) {
            leaveOut(behindMarkup, at);
        }
        body |= !blank;
        parted = apart && (parts || (parted && blank));
        tagSize = size;
        tagDone = done;
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

    private int endTag(int at) {
        int nameEnd = nameEnd(at + 2);
        int known = LeanTags.NAMES.of(html, at + 2, nameEnd);
        drawings -= drawings > 0 && is(known, LeanTags.SVG) ? 1 : 0;
        formulas -= formulas > 0 && is(known, LeanTags.MATH) ? 1 : 0;
        int end = attributes(nameEnd, KEPT);
        if (foreign()) {
            return end;
        }
        tables -= tables > 0 && is(known, LeanTags.TABLE) ? 1 : 0;
        return nested(at, known, end);
    }

    private int startTag(int at, int nameEnd, int known) {
        tagStart = at;
        int end = attributes(nameEnd, keptOn(known));
        if (is(known, LeanTags.SVG | LeanTags.MATH)) {
            return foreignTag(at, end, is(known, LeanTags.SVG));
        }
        if (foreign()) {
            if (is(known, LeanTags.BREAKS_OUT)) {
                drawings = 0;
                formulas = 0;
            }
            boolean script = is(known, LeanTags.SCRIPT) && at(end - 2) != '/'; // jsoup reads it as elsewhere
            return script ? rawEnd(at + 1, nameEnd, end) : end;
        }
        if (is(known, LeanTags.UNREAD)) {
            return unread(at, nameEnd, end);
        }
        if (is(known, LeanTags.RAW)) {
            parted &= is(known, LeanTags.UNSHOWN);
            return rawEnd(at + 1, nameEnd, end);
        }
        boolean picture = body && is(known, LeanTags.TEXTLESS);
        if (picture || (is(known, LeanTags.LINK) && !readLink(at, end))) {
            leaveOutTag(at, end);
            return end;
        }
        tables += is(known, LeanTags.TABLE) ? 1 : 0;
        return is(known, LeanTags.PLAINTEXT) ? length : nested(at, known, end);
    }

    private static int keptOn(int known) {
        return KEPT
                | (is(known, LeanTags.PLAIN) ? 0 : KEPT_ROLES)
                | (is(known, LeanTags.ABBREVIATION) ? KEPT_TITLE : 0)
                | (is(known, LeanTags.ANCHOR) ? 0 : KEPT_ADDRESS | KEPT_NAME);
    }

    private int foreignTag(int at, int end, boolean svg) {
        boolean whole = at(end - 2) == '/';
        if (!svg) {
            formulas += whole ? 0 : 1;
            return end;
        }
        return whole ? end : drawing(at, end);
    }

    /** Takes a tag away that lies too deep; where it ends. */
    private int nested(int tag, int known, int end) {
        if (is(known, LeanTags.FLAT)) {
            return end;
        }
        boolean block = is(known, LeanTags.BLOCK);
        Nesting.Fate fate = at(tag + 1) == '/' ? nesting.closes(block) : nesting.opens(block);
        if (fate != Nesting.Fate.KEPT) {
            cut(tag, end, fate == Nesting.Fate.PARTED ? PARAGRAPH : NOTHING);
        }
        return end;
    }

    /** Puts something shorter in the place of what begins with a tag, of which attributes are left out already. */
    private void cut(int tag, int end, byte[] instead) {
        size = tagSize;
        done = tagDone;
        leaveOut(tag, end);
        System.arraycopy(instead, 0, lean, size, instead.length);
        size += instead.length;
    }

    /** Leaves out what begins with a tag and shows nothing, unless what stands before and behind could then be read as one sign or tag. */
    private void leaveOutTag(int tag, int end) {
        byte before = tag > tagDone ? html[tag - 1] : tagSize > 0 ? lean[tagSize - 1] : (byte) '>';
        if (tables == 0 && (before == '>' || space(before))) {
            cut(tag, end, NOTHING);
        }
    }

    private boolean foreign() {
        return drawings + formulas > 0;
    }

    /** Leaves out a drawing if all of it is shapes; where to read on. */
    private int drawing(int tag, int from) {
        int at = next('<', from);
        while (at < length) {
            int name = at(at + 1) == '/' ? at + 2 : at + 1;
            int nameEnd = nameEnd(name);
            if (!is(LeanTags.NAMES.of(html, name, nameEnd), LeanTags.SHAPE)) {
                break;
            }
            at = next('<', tagEnd(nameEnd));
        }
        int nameEnd = nameEnd(at + 2);
        if (at(at + 1) == '/' && is(LeanTags.NAMES.of(html, at + 2, nameEnd), LeanTags.SVG)) {
            int end = tagEnd(nameEnd);
            leaveOut(from, at);
            if (body) {
                leaveOutTag(tag, end);
            }
            return end;
        }
        drawings++;
        return from;
    }

    private int unread(int tag, int nameEnd, int from) {
        int end = rawEnd(tag + 1, nameEnd, from);
        boolean kept = scripts || linkedData(tag, from);
        if (kept || find(COMMENT, from, end) < end) { // a comment in a script may hide where it ends
            return end;
        }
        leaveOut(from, end);
        if (end == length) {
            return end;
        }
        int behind = tagEnd(nameEnd(end + 2));
        leaveOutTag(tag, behind);
        return behind;
    }

    /** A link to the page itself, or a property of an item. */
    private boolean readLink(int tag, int end) {
        return find(CANONICAL, tag, end) < end || find(ITEMPROP, tag, end) < end || find(REFERENCE, tag, end) < end;
    }

    /** Whether the tag may say so; a type may be written with character references. */
    private boolean linkedData(int tag, int end) {
        return find(LINKED_DATA, tag, end) < end || (find(REFERENCE, tag, end) < end && find(JSON, tag, end) < end);
    }

    /** Where the end tag of the raw text begins that begins here, in an element of this name. */
    private int rawEnd(int name, int nameEnd, int from) {
        for (int at = next('<', from); at < length; at = next('<', at + 1)) {
            if (at(at + 1) == '/' && sayTheSame(name, at + 2, nameEnd - name)) {
                byte behind = at(at + 2 + nameEnd - name);
                if (space(behind) || behind == '/' || behind == '>') {
                    return at;
                }
            }
        }
        return length;
    }

    private boolean sayTheSame(int here, int there, int bytes) {
        if (there + bytes > length) {
            return false;
        }
        for (int i = 0; i < bytes; i++) {
            if (lower(html[here + i]) != lower(html[there + i])) {
                return false;
            }
        }
        return true;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < length && !space(html[end]) && html[end] != '/' && html[end] != '>') {
            end++;
        }
        return end;
    }

    /** Leaves out the attributes that nobody reads; where the tag ends. */
    private int attributes(int from, int kept) {
        int at = from;
        while (at < length) {
            byte c = html[at];
            if (c == '>') {
                return at + 1;
            }
            at = space(c) || c == '/' ? at + 1 : attribute(at, kept);
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

    private int attribute(int from, int kept) {
        int nameEnd = attributeNameEnd(from);
        int end = attributeEnd(nameEnd);
        int known = end > nameEnd ? ATTRIBUTES.of(html, from, nameEnd) : kept;
        boolean read = is(known, kept)
                || (is(known, KEPT_ADDRESS) && mayLeadToAuthor(nameEnd, end))
                || (is(known, KEPT_NAME) && !leadsAnywhere(end));
        if (!read) {
            leaveOut(from, end);
        }
        return end;
    }

    /** Whether the tag, of which some more stands here, may have an address; one with a name and no address is no link, but where links lead to. */
    private boolean leadsAnywhere(int at) {
        if (addressSought != tagStart) {
            int end = next('>', at);
            addressSought = tagStart;
            addressFound = find(ADDRESS, tagStart, end) < end;
        }
        return addressFound;
    }

    /** Whether the address there has a path of authors, or may have one written with character references. */
    private boolean mayLeadToAuthor(int from, int to) {
        for (int at = first((byte) '/', from, to); at < to; at = first((byte) '/', at + 1, to)) {
            if (AUTHOR_LETTERS[lower(at(at + 1)) & 0xff] && saysAuthorPath(at)) {
                return true;
            }
        }
        return find(REFERENCE, from, to) < to;
    }

    private boolean saysAuthorPath(int at) {
        for (byte[] part : AUTHOR_PATHS) {
            if (says(part, at)) {
                return true;
            }
        }
        return false;
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
