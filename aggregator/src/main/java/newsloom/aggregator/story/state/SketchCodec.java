package newsloom.aggregator.story.state;

import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/** Sketches as bytes, for the topic between the sketching and the deciding tasks; 1 to 2.5 KB each. First byte: version; older ones are read, too, without their names. */
public final class SketchCodec {
    private static final int VERSION = 5;
    /** The oldest read; of the one between, names have other keys. */
    private static final int WITHOUT_OPENING_NAMES = 3;

    private static final int SCALE = 64;

    private SketchCodec() {}

    public static byte[] toBytes(Sketch sketch) {
        var out = new BytesOut()
                .u8(VERSION)
                .text(sketch.articleId())
                .text(sketch.url())
                .text(sketch.site())
                .text(sketch.title())
                .text(sketch.lead())
                .text(sketch.language())
                .i64(sketch.eventTimeMs())
                .flag(sketch.dateKnown())
                .i64(sketch.fetchTimeMs())
                .varint(sketch.words())
                .vector(sketch.terms(), SCALE)
                .vector(sketch.names(), SCALE)
                .vector(sketch.opening(), SCALE)
                .keys(sketch.marks())
                .keys(sketch.titleShape())
                .keys(sketch.titleFigures())
                .keys(sketch.figures())
                .keys(sketch.days())
                .keys(sketch.openingNames())
                .keys(sketch.anchors())
                .varint(sketch.keyNames().size());
        sketch.keyNames().forEach(name -> out.text(name.stored()));
        out.varint(sketch.keyTerms().size());
        sketch.keyTerms().forEach(out::text);
        return out.bytes();
    }

    /**
     * The sketch that {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException for another version
     */
    public static Sketch fromBytes(byte[] bytes) {
        var in = new BytesIn(bytes);
        int version = in.version(WITHOUT_OPENING_NAMES, VERSION, "sketch");
        return new Sketch(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.i64(),
                in.flag(),
                in.i64(),
                in.count(),
                in.vector(SCALE),
                names(in.vector(SCALE), version),
                in.vector(SCALE),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                openingNames(in, version),
                in.keys(),
                in.list(from -> Name.ofStored(from.text())),
                in.list(BytesIn::text));
    }

    private static SparseVector names(SparseVector names, int version) {
        return version == VERSION ? names : SparseVector.EMPTY;
    }

    private static KeySet openingNames(BytesIn in, int version) {
        KeySet names = version == WITHOUT_OPENING_NAMES ? KeySet.EMPTY : in.keys();
        return version == VERSION ? names : KeySet.EMPTY;
    }
}
