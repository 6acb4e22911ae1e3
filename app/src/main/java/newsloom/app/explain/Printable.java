package newsloom.app.explain;

import java.lang.Character.UnicodeScript;

/** Foreign text made harmless for a terminal and for HTML. */
final class Printable {

    private Printable() {}

    /** With every character that could steer a terminal or turn the writing direction shown as its number. */
    static String forTerminal(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                out.append("\\u").append(String.format("%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** As text of an element or value of a quoted attribute. */
    static String forHtml(String text) {
        return forTerminal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Columns of a terminal that a text takes: two for a character of East Asia, none for a mark on the one before. */
    static int columns(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60) || c >= 0x1F300;
        return wide
                        || switch (UnicodeScript.of(c)) {
                            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                            default -> false;
                        }
                ? 2
                : 1;
    }
}
