package newsloom.cleaner.extract.page;

import java.util.HashMap;
import java.util.Map;

/** How the walk treats an element by its tag. Unknown and custom elements end a block, as a browser's component would. */
enum Tags {
    /** Goes on in the running text. */
    INLINE,
    /** Begins and ends a block. */
    BLOCK,
    /** Is not read, nor anything in it. */
    SKIPPED,
    /** {@code br}: two in a row end a block. */
    BREAK,
    LINK,
    HEAD,
    META,
    SCRIPT;

    private static final Map<String, Tags> BY_NAME = new HashMap<>();

    static {
        put(
                INLINE,
                "span b i em strong u s small sub sup code abbr cite q mark time font wbr bdi bdo label data kbd samp var tt big ins del strike acronym nobr dfn ruby rb");
        put(
                SKIPPED,
                "style noscript template svg iframe button select option textarea input dialog video audio canvas object embed map math rt rp img source track frame frameset applet datalist progress meter area col colgroup param");
        put(LINK, "a");
        put(BREAK, "br");
        put(HEAD, "head");
        put(META, "meta link title base");
        put(SCRIPT, "script");
    }

    private static void put(Tags kind, String names) {
        for (String name : names.split(" ", -1)) {
            BY_NAME.put(name, kind);
        }
    }

    static Tags of(String name) {
        return BY_NAME.getOrDefault(name, BLOCK);
    }
}
