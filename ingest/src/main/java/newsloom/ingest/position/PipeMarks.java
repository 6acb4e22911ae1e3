package newsloom.ingest.position;

import java.util.Map;
import java.util.stream.Collectors;
import newsloom.ingest.bytes.Prefix;
import newsloom.ingest.source.StandardInput;

/**
 * Positions in pipes. Streams that have nothing to do with each other may begin with the same bytes, so that there is not one position of
 * a name but one of each beginning that was sent: key = {@code <name of the pipe>@<bytes>-<digest of them>}. A stream goes on behind the
 * longest of them that it begins with.
 */
public final class PipeMarks {
    /** Of two positions of a run that are nearer than this only the later one is kept. */
    private static final long SPACING_BYTES = 4 << 20;

    private PipeMarks() {}

    static boolean isPipe(String source) {
        return source.startsWith(StandardInput.ID_PREFIX);
    }

    /** The name of the pipe that a key belongs to; of all other keys the key. */
    public static String sourceOf(String key) {
        int at = key.lastIndexOf('@');
        return isPipe(key) && at >= 0 ? key.substring(0, at) : key;
    }

    static String key(String source, Position position) {
        Prefix read = position.source().read();
        return source + "@" + read.bytes() + "-" + Long.toHexString(read.digest());
    }

    /** Those of a pipe, by what they stand behind. */
    public static Map<Prefix, Position> of(String source, Map<String, Position> positions) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(source + "@"))
                .map(Map.Entry::getValue)
                .filter(position -> position.source().read().isKnown())
                .collect(Collectors.toMap(position -> position.source().read(), position -> position));
    }

    /** Whether a position stays where a run comes to the next one. */
    static boolean stays(Position position, Position next) {
        return next.source().read().bytes() - position.behind() >= SPACING_BYTES;
    }

    /** The first position of a run that goes on, as it is kept: in the place of the one it began at where no byte more was read. */
    static Position afterBegin(Position begin, Position next) {
        long bytes = begin.source().read().bytes();
        return next.behind(next.source().read().bytes() == bytes ? begin.behind() : bytes);
    }

    /** The next position of a run as it is kept. */
    static Position after(Position position, Position next) {
        return next.behind(stays(position, next) ? position.source().read().bytes() : position.behind());
    }
}
