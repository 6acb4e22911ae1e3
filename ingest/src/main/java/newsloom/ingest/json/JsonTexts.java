package newsloom.ingest.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON texts of a stream, one after the other, still as bytes. */
interface JsonTexts {

    /**
     * The next text; null at the end.
     *
     * @throws IOException if the stream fails; what was taken of a text by then is lost, and reading may go on behind it
     */
    @Nullable
    Text next() throws IOException;

    /** Something that holds the texts was begun and, up to here, not ended. */
    boolean isOpen();

    /** The texts of a stream: of an array where it begins like one, or goes on like one behind an element; else lines. */
    static JsonTexts of(TextBytes bytes) throws IOException {
        for (int b = bytes.peek(); Elements.isBlank(b) || isOfByteOrderMark(b); b = bytes.peek()) {
            bytes.pass();
        }
        return Elements.isBetween(bytes.peek()) ? new Elements(bytes) : new Lines(bytes);
    }

    private static boolean isOfByteOrderMark(int b) {
        return b == 0xef || b == 0xbb || b == 0xbf;
    }

    /**
     * A text without what parts it from the next one.
     *
     * @param bytes empty when it is too long
     * @param ended it was seen to end, not only the stream
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(byte[] bytes, boolean ended, boolean tooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
