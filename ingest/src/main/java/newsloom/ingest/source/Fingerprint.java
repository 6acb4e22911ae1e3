package newsloom.ingest.source;

import java.time.Instant;
import newsloom.ingest.bytes.Prefix;

/**
 * What a source looked like when pages of it were sent.
 *
 * @param size bytes; of a page file with its side-car
 * @param modified when the file was last written; 1970 for a pipe
 * @param hash of the whole of a page file and its side-car; empty for all else (earlier builds: of the first and the last 64 KiB of a file)
 * @param read what was read of a file of many pages or a pipe when its position was kept; an archive is read as a whole
 */
public record Fingerprint(long size, Instant modified, String hash, Prefix read) {

    /** Nothing known. */
    public static Fingerprint unknown() {
        return new Fingerprint(-1, Instant.EPOCH, "", Prefix.UNKNOWN);
    }

    /** The same, read so far. */
    public Fingerprint read(Prefix now) {
        return new Fingerprint(size, modified, hash, now);
    }
}
