package newsloom.ingest.archive;

import newsloom.ingest.bytes.ByteLimit;

/** Bounds what an archive may unpack to: {@value #RATIO} times what it has, and 64 MiB. HTML packs 4 to 10 times, rarely 50. */
final class UnpackLimit {
    private static final int RATIO = 200;
    private static final long FREE_BYTES = 64L << 20;

    private UnpackLimit() {}

    /** The limit for an archive of so many bytes. */
    static ByteLimit of(long packedBytes) {
        return new ByteLimit(FREE_BYTES + RATIO * packedBytes, ArchiveBombException::new);
    }
}
