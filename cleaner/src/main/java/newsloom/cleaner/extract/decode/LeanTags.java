package newsloom.cleaner.extract.decode;

import java.util.HashMap;
import java.util.Map;

/** What {@link LeanHtml} knows of a tag by its name, as bits. */
final class LeanTags {

    /** What it holds is not read. */
    static final int UNREAD = 1;
    /** In what it holds, tags are no tags. */
    static final int RAW = 1 << 1;
    /** Holds no other element, or ends by itself where the next one begins. */
    static final int FLAT = 1 << 2;
    /** Its text is set apart. */
    static final int BLOCK = 1 << 3;
    /** Wherever it begins, all text behind is set apart from what stands before: no parser ever ignores it or moves text out of it. */
    static final int PARTS = 1 << 4;
    /** In a drawing: has no text and nothing that would end the drawing. */
    static final int SHAPE = 1 << 5;
    /** Ends every drawing and formula in which it stands, whether closed or not. */
    static final int BREAKS_OUT = 1 << 6;
    /** What it holds is no text of the page. */
    static final int UNSHOWN = 1 << 7;
    /** Has neither text nor an end tag. */
    static final int TEXTLESS = 1 << 8;

    static final int LINK = 1 << 9;
    static final int TABLE = 1 << 10;
    static final int SVG = 1 << 11;
    static final int MATH = 1 << 12;
    static final int PLAINTEXT = 1 << 13;
    static final int SCRIPT = 1 << 14;
    /** Its title may be a date for machines. */
    static final int ABBREVIATION = 1 << 15;
    /** Of its class, id, style and role nothing is read. */
    static final int PLAIN = 1 << 16;

    static final int ANCHOR = 1 << 17;

    static final MarkupNames NAMES = MarkupNames.of(bits());

    private LeanTags() {}

    private static Map<String, Integer> bits() {
        var bits = new HashMap<String, Integer>();
        put(bits, UNREAD, "script style");
        put(bits, RAW, "textarea title iframe xmp noembed noframes");
        put(
                bits,
                FLAT,
                "a p br li td tr th dd dt hr rt rp img col wbr html head body meta link base area input embed track param tbody thead tfoot image option source button optgroup colgroup select");
        put(bits, BLOCK, "form caption table");
        put(
                bits,
                BLOCK | PARTS,
                "div nav ul ol dl pre dir h1 h2 h3 h4 h5 h6 main menu aside header footer center figure section article address details hgroup summary fieldset blockquote figcaption");
        put(bits, PARTS, "p li dd dt");
        put(
                bits,
                SHAPE,
                "path g use symbol rect circle ellipse line polygon polyline defs clippath mask lineargradient radialgradient stop");
        put(
                bits,
                BREAKS_OUT,
                "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var");
        put(bits, UNSHOWN, "textarea title iframe noembed noframes");
        put(bits, TEXTLESS, "img source track");
        put(bits, LINK, "link");
        put(bits, ANCHOR, "a");
        put(
                bits,
                PLAIN,
                "a b i em strong u s small sub sup code cite q mark time font bdi bdo label data kbd samp var tt big ins del strike ruby rb svg button select option input");
        put(bits, ABBREVIATION, "abbr");
        put(bits, SCRIPT, "script");
        put(bits, TABLE, "table");
        put(bits, SVG, "svg");
        put(bits, MATH, "math");
        put(bits, PLAINTEXT, "plaintext");
        return bits;
    }

    private static void put(Map<String, Integer> bits, int bit, String names) {
        for (String name : names.split(" ", -1)) {
            bits.merge(name, bit, (one, other) -> one | other);
        }
    }
}
