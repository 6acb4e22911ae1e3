package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes, split at line feeds. What programs print to be read by people, an opening brace on a line of its
 * own, indented names and a closing brace at the edge, is given as one line.
 */
final class Lines implements JsonTexts {
    private final TextBytes bytes;

    Lines(TextBytes bytes) {
        this.bytes = bytes;
    }

    /** The next line, or the next object that begins with a line of nothing but a brace; null at the end. */
    @Override
    public @Nullable Text next() throws IOException {
        long before = bytes.taken();
        bytes.begin();
        boolean ended = bytes.keepLine();
        if (ended && isOpened()) {
            ended = keepObject();
        }
        return bytes.taken() == before ? null : bytes.text(ended);
    }

    /** Lines up to the one that begins with the closing brace, or to where another object begins. False where neither came. */
    private boolean keepObject() throws IOException {
        boolean ended = true;
        while (ended && bytes.peek() >= 0 && bytes.peek() != '{') {
            boolean last = bytes.peek() == '}';
            bytes.add('\n');
            ended = bytes.keepLine();
            if (last) {
                return ended;
            }
        }
        return ended && bytes.peek() >= 0;
    }

    private boolean isOpened() {
        return bytes.size() > 0
                && bytes.size() < 8
                && new String(bytes.gathered(), UTF_8).strip().equals("{");
    }

    @Override
    public boolean isOpen() {
        return false;
    }
}
