package newsloom.aggregator.story;

import newsloom.aggregator.names.Name;
import newsloom.text.vectors.KeySet;

/** Sketches as bytes, for the topic between the sketching and the deciding tasks; 1 to 2.5 KB each. First byte: version; the one before is read, too. */
public final class SketchCodec {
    private static final int VERSION = 4;
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
        boolean named = in.version(WITHOUT_OPENING_NAMES, VERSION, "sketch") == VERSION;
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
                in.vector(SCALE),
                in.vector(SCALE),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                named ? in.keys() : KeySet.EMPTY,
                in.keys(),
                in.list(from -> Name.ofStored(from.text())),
                in.list(BytesIn::text));
    }
}
