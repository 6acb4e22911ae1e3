package newsloom.ingest.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** A stream that knows what it has given, and which of some known prefixes it began with. For one thread. */
public final class PrefixInput extends InputStream {
    private final InputStream in;
    private final CRC32 crc = new CRC32();
    private final CRC32C castagnoli = new CRC32C();
    private final Set<Prefix> known;
    private final TreeSet<Long> stops = new TreeSet<>();
    private final Set<Prefix> met = new HashSet<>();
    private long taken;

    public PrefixInput(InputStream in) {
        this(in, Set.of());
    }

    /** @param known prefixes to watch for; no read goes beyond the end of one before it is compared */
    public PrefixInput(InputStream in, Collection<Prefix> known) {
        this.in = in;
        this.known = Set.copyOf(known);
        known.forEach(prefix -> stops.add(prefix.bytes()));
    }

    /** What was given so far. */
    public Prefix prefix() {
        return Prefix.of(taken, crc, castagnoli);
    }

    /** Those of the known prefixes that the stream began with, as far as it was read. */
    public Set<Prefix> met() {
        return Set.copyOf(met);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        Long stop = stops.higher(taken);
        int n = in.read(target, from, stop == null ? count : (int) Math.min(count, stop - taken));
        if (n > 0) {
            crc.update(target, from, n);
            castagnoli.update(target, from, n);
            taken += n;
            compare();
        }
        return n;
    }

    private void compare() {
        if (stops.contains(taken)) {
            Prefix now = prefix();
            if (known.contains(now)) {
                met.add(now);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
