package newsloom.text.terms;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often the terms of a language occur: document frequencies by {@link TermHash}, counted once and shipped. Immutable.
 *
 * <p>File, big-endian: version byte 1, int documents, int terms, then for each term in ascending unsigned hash order the distance
 * to the hash before as a varint and one byte {@code round(16 ln df)}.
 */
public final class TermTable {
    private static final int VERSION = 1;
    /** What a table counts as for terms it does not hold. */
    private static final double UNSEEN = 0.5;

    /** Beyond all that a byte can say. */
    private static final int UNHELD = 256;

    /** Hashes that begin with the same bits are searched, some ten of a large table. */
    private static final int FIRST_BITS = 12;

    private final int documents;
    private final int[] hashes;
    private final byte[] logFrequencies;
    private final String language;
    /** Where the hashes of each beginning start, and where the last end. */
    private final int[] starts;
    /** By {@link #logFrequencies}, and last of a term that is not held. */
    private final double[] shares;

    private final double[] rarities;

    private TermTable(int documents, int[] hashes, byte[] logFrequencies, String language) {
        this.language = language;
        this.documents = documents;
        this.hashes = hashes;
        this.logFrequencies = logFrequencies;
        this.starts = starts(hashes);
        this.shares = IntStream.rangeClosed(0, UNHELD)
                .mapToDouble(log -> Math.min(1, (log == UNHELD ? UNSEEN : Math.exp(log / 16.0)) / documents))
                .toArray();
        this.rarities = DoubleStream.of(shares)
                .map(share -> Math.log(share) / Math.log(UNSEEN / documents))
                .toArray();
    }

    private static int[] starts(int[] hashes) {
        var starts = new int[(1 << FIRST_BITS) + 1];
        for (int hash : hashes) {
            starts[beginning(hash) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    private static int beginning(int hash) {
        return hash >>> (Integer.SIZE - FIRST_BITS);
    }

    /** A table that has seen {@code documents} documents and knows no term: every term is as rare as the next. */
    public static TermTable flat(int documents) {
        return new TermTable(documents, new int[0], new byte[0], "");
    }

    /**
     * A table of what was counted.
     *
     * @param frequencies document frequencies of 1 and more, by the hash as an unsigned number; everything under 1 is left out
     */
    public static TermTable of(int documents, SortedMap<Long, Double> frequencies) {
        long[] kept = frequencies.entrySet().stream()
                .filter(e -> e.getValue() >= 1)
                .mapToLong(Map.Entry::getKey)
                .toArray();
        int[] hashes = new int[kept.length];
        byte[] logs = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            hashes[i] = (int) kept[i];
            double frequency = frequencies.getOrDefault(kept[i], 1.0);
            logs[i] = (byte) Math.min(255, Math.round(16 * Math.log(frequency)));
        }
        return new TermTable(documents, hashes, logs, "");
    }

    /** The same, known to be of that language. */
    TermTable in(String language) {
        return new TermTable(documents, hashes, logFrequencies, language);
    }

    /** ISO 639-1; empty where it is not known. Bytes do not tell it. */
    public String language() {
        return language;
    }

    /** Documents counted, at least 1. */
    public int documents() {
        return documents;
    }

    /** Terms held. */
    public int size() {
        return hashes.length;
    }

    /** Share of the documents that hold the term, above 0; half a document for a term never seen. */
    public double share(int hash) {
        return shares[logFrequency(hash)];
    }

    /** 0 for a term in every document, 1 for one in none: inverse document frequency over the highest possible. */
    public double rarity(int hash) {
        return rarities[logFrequency(hash)];
    }

    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(documents);
            out.writeInt(hashes.length);
            long before = 0;
            for (int i = 0; i < hashes.length; i++) {
                long hash = Integer.toUnsignedLong(hashes[i]);
                writeVarint(out, hash - before);
                out.writeByte(logFrequencies[i]);
                before = hash;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IOException when the bytes are no table of this version
     */
    public static TermTable read(InputStream bytes) throws IOException {
        var in = new DataInputStream(bytes);
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("term table of version " + version + ", not " + VERSION);
        }
        int documents = in.readInt();
        int[] hashes = new int[in.readInt()];
        byte[] logs = new byte[hashes.length];
        long before = 0;
        for (int i = 0; i < hashes.length; i++) {
            before += readVarint(in);
            hashes[i] = (int) before;
            logs[i] = in.readByte();
        }
        return new TermTable(documents, hashes, logs, "");
    }

    /** As the file has it; {@link #UNHELD} of a term that is not held. */
    private int logFrequency(int hash) {
        int low = starts[beginning(hash)];
        int high = starts[beginning(hash) + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(hashes[middle], hash);
            if (order == 0) {
                return logFrequencies[middle] & 0xff;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return UNHELD;
    }

    private static void writeVarint(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readVarint(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TermTable t
                && documents == t.documents
                && Arrays.equals(hashes, t.hashes)
                && Arrays.equals(logFrequencies, t.logFrequencies);
    }

    @Override
    public int hashCode() {
        return 31 * documents + Arrays.hashCode(hashes);
    }
}
