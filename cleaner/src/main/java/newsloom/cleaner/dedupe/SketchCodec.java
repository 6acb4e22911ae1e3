package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;

/**
 * Sketches as bytes, for topics and stores: the version of the form, then {@link Packed} parts. 350 words take 470 bytes without their anchors. Bytes of an unknown version throw
 * {@link newsloom.runtime.streams.OtherFormException}, broken ones {@link IllegalArgumentException}.
 */
public final class SketchCodec {
    private static final byte SKETCH = 5;
    private static final byte TEXT = 69;

    /** The forms before, without fillings: what is kept of them agrees with everything. */
    private static final byte SKETCH_V4 = 4;

    private static final byte TEXT_V4 = 68;

    /** A card without its id, the hash of the text and the numbers of values. */
    private static final int FIXED_BYTES = 8 * Packed.LONGEST_COUNT + 2 * Long.BYTES;

    private static final int FILLING_BYTES = 1 + Character.BYTES;

    private SketchCodec() {}

    public static byte[] encode(Sketch sketch) {
        var out = buffer(SKETCH, Long.BYTES * sketch.anchors().length, KnownText.of(sketch));
        putCard(out, sketch.card());
        out.putLong(sketch.textHash());
        Packed.putCount(out, sketch.anchors().length);
        for (long anchor : sketch.anchors()) {
            out.putLong(anchor);
        }
        Packed.putSet(out, sketch.shingles());
        Packed.putSet(out, sketch.numbers());
        putFillings(out, sketch.fillings());
        return Packed.written(out);
    }

    public static Sketch decode(byte[] bytes) {
        boolean former = isOf(bytes, SKETCH_V4);
        return Packed.read(bytes, former ? SKETCH_V4 : SKETCH, in -> sketch(in, former));
    }

    private static Sketch sketch(ByteBuffer in, boolean former) {
        Card card = card(in);
        long textHash = in.getLong();
        var anchors = new long[Packed.length(in, Long.BYTES)];
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = in.getLong();
        }
        return new Sketch(
                card.id(),
                card.timeMs(),
                card.origin(),
                card.words(),
                textHash,
                anchors,
                Packed.set(in),
                Packed.set(in),
                former ? new int[0] : fillings(in));
    }

    /** What later texts are compared with: the sketch without its anchors. */
    public static byte[] encodeText(Sketch sketch) {
        return encode(KnownText.of(sketch));
    }

    static byte[] encode(KnownText text) {
        var out = buffer(TEXT, 0, text);
        putCard(out, text.card());
        out.putLong(text.textHash());
        Packed.putSet(out, text.shingles());
        Packed.putSet(out, text.numbers());
        putFillings(out, text.fillings());
        return Packed.written(out);
    }

    static KnownText decodeText(byte[] bytes) {
        boolean former = isOf(bytes, TEXT_V4);
        return Packed.read(
                bytes,
                former ? TEXT_V4 : TEXT,
                in -> new KnownText(
                        card(in), in.getLong(), Packed.set(in), Packed.set(in), former ? new int[0] : fillings(in)));
    }

    private static boolean isOf(byte[] bytes, byte version) {
        return bytes.length > 0 && bytes[0] == version;
    }

    private static ByteBuffer buffer(byte version, int anchors, KnownText text) {
        int size = 1
                + FIXED_BYTES
                + Packed.maxBytes(text.id())
                + anchors
                + Packed.maxBytes(text.shingles())
                + Packed.maxBytes(text.numbers())
                + Packed.LONGEST_COUNT
                + FILLING_BYTES * text.fillings().length;
        return ByteBuffer.allocate(size).put(version);
    }

    private static void putFillings(ByteBuffer out, int[] fillings) {
        Packed.putCount(out, fillings.length);
        for (int filling : fillings) {
            out.put((byte) (filling >>> Character.SIZE)).putChar((char) filling);
        }
    }

    private static int[] fillings(ByteBuffer in) {
        var fillings = new int[Packed.length(in, FILLING_BYTES)];
        for (int i = 0; i < fillings.length; i++) {
            fillings[i] = (in.get() & 0xFF) << Character.SIZE | in.getChar();
        }
        return fillings;
    }

    private static void putCard(ByteBuffer out, Card card) {
        Packed.putId(out, card.id());
        Packed.putCount(out, card.timeMs());
        putOrigin(out, card.origin());
        Packed.putCount(out, card.words());
    }

    private static Card card(ByteBuffer in) {
        return new Card(Packed.id(in), Packed.count(in), origin(in), (int) Packed.count(in));
    }

    private static void putOrigin(ByteBuffer out, Origin origin) {
        out.putInt(origin.site()).putInt(origin.headline());
        Packed.putCount(out, 2 * (origin.publishedMs() + 1) + (origin.credited() ? 1 : 0));
    }

    private static Origin origin(ByteBuffer in) {
        int site = in.getInt();
        int headline = in.getInt();
        long published = Packed.count(in);
        return new Origin(site, headline, (published >> 1) - 1, (published & 1) == 1);
    }
}
