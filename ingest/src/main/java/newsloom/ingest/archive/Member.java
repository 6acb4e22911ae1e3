package newsloom.ingest.archive;

import java.io.InputStream;
import java.time.Instant;

/**
 * A file in an archive.
 *
 * @param name with slashes, as the archive has it
 * @param modified as the archive tells it
 * @param in its content, once; valid until the next member is asked for
 * @param problem why it cannot be read; empty where it can
 */
public record Member(String name, Instant modified, InputStream in, String problem) {
    static Member readable(String name, Instant modified, InputStream in) {
        return new Member(name, modified, in, unsafe(name) ? "a name that leads out of the archive" : "");
    }

    static Member unreadable(String name, Instant modified, String problem) {
        return new Member(name, modified, InputStream.nullInputStream(), problem);
    }

    /** Names that could only mean a place outside, or hide what they mean. Nothing is ever written there; they name no page either. */
    private static boolean unsafe(String name) {
        String slashes = name.replace('\\', '/');
        return slashes.startsWith("/")
                || slashes.matches("[A-Za-z]:.*")
                || ("/" + slashes + "/").contains("/../")
                || name.chars().anyMatch(c -> c < 0x20);
    }
}
