package newsloom.app;

import java.io.IOException;
import java.io.Writer;

/**
 * What pages say must not steer the terminal it is printed on: control characters, and those that turn the direction of writing, are written as JSON writes
 * them ({@code \}{@code u001b}), so that JSON stays the same JSON. Line ends and tabs pass, and so does a carriage return, with or without "erase the line",
 * at the start of what is written at once, as a status line needs it. As thread-safe as what it writes to.
 */
final class TerminalWriter extends Writer {
    private static final String RETURN = "\r";
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Writer out;

    TerminalWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(String.valueOf(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        int end = offset + length;
        int written = offset + statusPrefix(text, offset);
        out.write(text, offset, written - offset);
        for (int at = written; at < end; at++) {
            char c = text.charAt(at);
            if (steers(c)) {
                out.write(text, written, at - written);
                out.write(String.format("\\u%04x", (int) c));
                written = at + 1;
            }
        }
        out.write(text, written, end - written);
    }

    private static int statusPrefix(String text, int offset) {
        if (text.startsWith(CLEAR_LINE, offset)) {
            return CLEAR_LINE.length();
        }
        return text.startsWith(RETURN, offset) ? RETURN.length() : 0;
    }

    private static boolean steers(char c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
