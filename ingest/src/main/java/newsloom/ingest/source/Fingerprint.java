package newsloom.ingest.source;

import java.time.Instant;

/**
 * What a source looked like when pages of it were sent.
 *
 * @param size bytes; of a page file with its side-car
 * @param modified when the file was last written; 1970 for a pipe
 * @param hash of the whole of a page file and its side-car; of the first and the last 64 KiB of a larger file; empty for a pipe
 */
public record Fingerprint(long size, Instant modified, String hash) {}
