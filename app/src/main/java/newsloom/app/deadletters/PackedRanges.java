package newsloom.app.deadletters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Ranges of offsets in little text: the distance of each from the one before and its length as numbers of variable size, deflated, in Base64. A tenth of their decimal form where they come in some order, a fourth where
 * they come by chance.
 */
final class PackedRanges {
    private static final String MARK = "z:";

    private PackedRanges() {}

    static boolean isPacked(String text) {
        return text.startsWith(MARK);
    }

    /** @param ranges first offset to last, apart from each other */
    static String pack(SortedMap<Long, Long> ranges) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            long before = 0;
            for (Map.Entry<Long, Long> range : ranges.entrySet()) {
                ByteUtils.writeVarlong(range.getKey() - before, out);
                ByteUtils.writeVarlong(range.getValue() - range.getKey(), out);
                before = range.getValue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MARK + Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IOException where the text is not of {@link #pack} */
    static SortedMap<Long, Long> unpack(String text) throws IOException {
        var ranges = new TreeMap<Long, Long>();
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text.substring(MARK.length()))))) {
            var bytes = new ByteArrayInputStream(in.readAllBytes());
            long before = 0;
            while (bytes.available() > 0) {
                long first = before + ByteUtils.readVarlong(bytes);
                before = first + ByteUtils.readVarlong(bytes);
                ranges.put(first, before);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        return ranges;
    }
}
