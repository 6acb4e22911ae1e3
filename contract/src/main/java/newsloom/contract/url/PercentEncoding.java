package newsloom.contract.url;

/** Percent-encoding as RFC 3986, section 6.2.2, wants it: unreserved characters bare, all other codes in upper case. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** {@code "/%7euser/a%2fb"} gives {@code "/~user/a%2Fb"}; a percent sign without two hex digits stays as it is. */
    static String decodeUnreserved(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' ? codeAt(text, i) : -1;
            if (code < 0) {
                out.append(text.charAt(i));
                continue;
            }
            if (isUnreserved(code)) {
                out.append((char) code);
            } else {
                out.append('%').append(hex(code >> 4)).append(hex(code & 15));
            }
            i += 2;
        }
        return out.toString();
    }

    private static int codeAt(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = hexValue(text.charAt(percent + 1));
        int low = hexValue(text.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexValue(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1; // no full-width digits
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
