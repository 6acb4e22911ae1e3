package newsloom.aggregator.story.view;

import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.state.BytesIn;
import newsloom.aggregator.story.state.BytesOut;
import newsloom.aggregator.story.state.MemberCodec;
import newsloom.aggregator.story.state.StoryMember;

/** Ledgers as bytes, beginning with a version. Reading gives exactly what was written. */
public final class LedgerCodec {
    private static final int LEDGER = 3;

    private LedgerCodec() {}

    /** The ledger and its members. */
    public static byte[] toBytes(StoryLedger ledger) {
        var out = new BytesOut()
                .u8(LEDGER)
                .text(ledger.storyId())
                .varint(ledger.version())
                .i32(ledger.articles())
                .varint(ledger.reprints())
                .i64(ledger.span().firstMs())
                .i64(ledger.span().lastMs())
                .flag(ledger.span().dated());
        write(ledger.tallies().sources(), out, BytesOut::text);
        write(ledger.tallies().reprinters(), out, BytesOut::text);
        write(ledger.tallies().names(), out, (to, name) -> to.text(name.stored()));
        write(ledger.tallies().terms(), out, BytesOut::text);
        write(ledger.tallies().hours(), out, BytesOut::i64);
        out.varint(ledger.members().size());
        ledger.members().forEach(member -> MemberCodec.write(member, out));
        out.varint(ledger.mergedIds().size());
        ledger.mergedIds().forEach(out::text);
        out.varint(ledger.relations().size());
        ledger.relations().forEach(relation -> write(relation, out));
        out.flag(ledger.resting()).varint(ledger.earlier().size());
        ledger.earlier().forEach(article -> write(article, out));
        return out.text(ledger.span().firstId()).bytes();
    }

    /**
     * The ledger that was written.
     *
     * @throws IllegalArgumentException for another version
     */
    public static StoryLedger ledger(byte[] bytes) {
        BytesIn in = new BytesIn(bytes).version(LEDGER, "story ledger");
        String storyId = in.text();
        long version = in.varint();
        int articles = in.i32();
        int reprints = in.count();
        long first = in.i64();
        long last = in.i64();
        boolean dated = in.flag();
        var tallies = new Tallies(
                tally(in, BytesIn::text),
                tally(in, BytesIn::text),
                tally(in, name -> Name.ofStored(name.text())),
                tally(in, BytesIn::text),
                tally(in, BytesIn::i64));
        List<StoryMember> members = in.list(MemberCodec::read);
        List<String> mergedIds = in.list(BytesIn::text);
        List<Relation> relations = in.list(LedgerCodec::relation);
        boolean resting = in.hasMore() && in.flag(); // older builds wrote neither this nor what follows
        List<EarlierArticle> earlier = in.hasMore() ? in.list(LedgerCodec::earlier) : List.of();
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                earlier,
                tallies,
                new Span(first, last, dated, in.hasMore() ? in.text() : ""),
                mergedIds,
                relations,
                resting);
    }

    private static void write(EarlierArticle article, BytesOut out) {
        out.text(article.articleId())
                .text(article.site())
                .i64(article.eventTimeMs())
                .flag(article.dateKnown())
                .i64(article.hour());
    }

    private static EarlierArticle earlier(BytesIn in) {
        return new EarlierArticle(in.text(), in.text(), in.i64(), in.flag(), in.i64());
    }

    /** Relations, one after the other. */
    public static byte[] toBytes(List<Relation> relations) {
        var out = new BytesOut().varint(relations.size());
        relations.forEach(relation -> write(relation, out));
        return out.bytes();
    }

    /** The relations that were written. */
    public static List<Relation> relations(byte[] bytes) {
        return new BytesIn(bytes).list(LedgerCodec::relation);
    }

    private static void write(Relation relation, BytesOut out) {
        out.text(relation.storyId()).text(relation.language()).f64(relation.score());
    }

    private static Relation relation(BytesIn in) {
        return new Relation(in.text(), in.text(), in.f64());
    }

    private static <K extends Comparable<K>> void write(Tally<K> tally, BytesOut out, BiConsumer<BytesOut, K> key) {
        out.varint(tally.counts().size());
        tally.counts().forEach((k, n) -> {
            key.accept(out, k);
            out.varint(n);
        });
    }

    private static <K extends Comparable<K>> Tally<K> tally(BytesIn in, Function<BytesIn, K> key) {
        var counts = new TreeMap<K, Integer>();
        for (int left = in.count(); left > 0; left--) {
            K k = key.apply(in);
            counts.put(k, in.count());
        }
        return new Tally<>(counts);
    }
}
