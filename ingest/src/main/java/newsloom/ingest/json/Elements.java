package newsloom.ingest.json;

import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array, or of several, one behind the other; each printed as it likes. Only brackets and strings are looked at.
 * An element that is damaged ends where a string meets the end of its line, which JSON forbids, or where the next element begins at the
 * edge, so it takes no other with it; what an exception leaves of one is passed to the end of its line.
 */
final class Elements implements JsonTexts {
    private static final BitSet STRUCTURE = TextBytes.stops("{}[]\"");
    private static final BitSet IN_STRING = TextBytes.stops("\"\\");
    private static final BitSet BETWEEN = TextBytes.stops("[,]");

    private final TextBytes bytes;
    private boolean open;
    private boolean inside;

    Elements(TextBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable Text next() throws IOException {
        passRest();
        passBetween();
        bytes.begin();
        int b = bytes.peek();
        if (b < 0) {
            return null;
        }
        inside = true;
        boolean ended = b == '{' ? keepObject() : keepOther();
        inside = false;
        return bytes.text(ended);
    }

    /** What is left, behind damage, of an element that was not given; to the end of its line. */
    private void passRest() throws IOException {
        while (inside && bytes.peek() >= 0) {
            inside = bytes.peek() != '\n';
            bytes.pass();
        }
    }

    private void passBetween() throws IOException {
        for (int b = bytes.peek(); isBetween(b) || isBlank(b); b = bytes.peek()) {
            open = b == '[' || b == ',' || (open && b != ']');
            bytes.pass();
        }
    }

    /** Stands between the elements of an array, and before the first. */
    static boolean isBetween(int b) {
        return b == '[' || b == ',' || b == ']';
    }

    static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Up to the brace that closes it; false where the stream ends before. */
    private boolean keepObject() throws IOException {
        int depth = 0;
        long edge = -1;
        for (int b = bytes.keepUpTo(STRUCTURE); b >= 0; b = bytes.keepUpTo(STRUCTURE)) {
            if (b == '{' && depth == 1 && bytes.taken() == edge) {
                return true;
            }
            bytes.keep();
            edge = b == '\n' ? bytes.taken() : edge;
            if (b == '"' && !keepString()) {
                return bytes.peek() >= 0;
            }
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** The rest of a string; false where its line, or the stream, ends before it does. */
    private boolean keepString() throws IOException {
        for (int b = bytes.keepUpTo(IN_STRING); b >= 0 && b != '\n'; b = bytes.keepUpTo(IN_STRING)) {
            bytes.keep();
            if (b == '"') {
                return true;
            }
            if (bytes.peek() >= 0) { // what a backslash takes its meaning from
                bytes.keep();
            }
        }
        return false;
    }

    /** What is no object, to the next comma, bracket or line. */
    private boolean keepOther() throws IOException {
        return bytes.keepUpTo(BETWEEN) >= 0;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
