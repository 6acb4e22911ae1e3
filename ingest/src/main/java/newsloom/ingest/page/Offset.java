package newsloom.ingest.page;

/**
 * A place in a source: so many bytes, and so many records after them that are done.
 *
 * @param bytes where to seek to: the start of a WARC record or gzip member, of a line (decompressed) of JSON lines
 * @param records how many records from there on are done; 0 for formats without records
 */
public record Offset(long bytes, long records) {
    public static final Offset START = new Offset(0, 0);
}
