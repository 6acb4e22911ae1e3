package newsloom.ingest.page;

import java.util.Comparator;

/**
 * A place in a source: so many members of an archive, then so many bytes, and so many records after them that are done.
 *
 * @param bytes where to seek to: the start of a WARC record or gzip member, of a line (decompressed) of JSON lines; in an archive, in its
 *     current member
 * @param records how many records from there on are done; 0 for formats without records
 * @param members how many members of an archive are done; 0 for all else
 */
public record Offset(long bytes, long records, long members) {
    public static final Offset START = new Offset(0, 0);

    public Offset(long bytes, long records) {
        this(bytes, records, 0);
    }

    /** Whether more is done here than there, in the same source. */
    public boolean isBehind(Offset other) {
        return Comparator.comparingLong(Offset::members)
                        .thenComparingLong(Offset::bytes)
                        .thenComparingLong(Offset::records)
                        .compare(this, other)
                > 0;
    }
}
