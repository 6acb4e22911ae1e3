package newsloom.aggregator.story.state;

import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/** States of the decision as bytes; each begins with a version. Reading gives exactly what was written, but for the names of stories of older versions, which had other keys and are left out. */
final class StoryCodec {
    private static final int STORY = 4;
    /** The oldest read; of the one between, names have other keys. */
    private static final int STORY_WITHOUT_OPENING_NAMES = 2;

    /** Marks of a story; older builds wrote the first alone. */
    private static final int RESTING = 1;

    private static final int TOOK_IN = 2;

    private static final int POSTINGS = 1;
    private static final int PLACE = 2;
    private static final int TOTALS = 4;
    /** Weights of unit vectors are multiples of this part. */
    private static final int UNIT = 65535;

    private StoryCodec() {}

    static byte[] toBytes(StoryState story) {
        var out = new BytesOut()
                .u8(STORY)
                .i64(story.id())
                .varint(story.articles())
                .varint(story.reprints())
                .vector(story.sum().terms())
                .vector(story.sum().names())
                .vector(story.sum().opening())
                .i64(story.firstEventMs())
                .i64(story.lastEventMs())
                .i64(story.touchedMs())
                .keys(story.keys())
                .u8((story.resting() ? RESTING : 0) | (story.tookIn() ? TOOK_IN : 0))
                .varint(story.members().size());
        story.members().forEach(member -> write(member, out));
        return out.bytes();
    }

    static StoryState story(byte[] bytes) {
        var in = new BytesIn(bytes);
        int version = in.version(STORY_WITHOUT_OPENING_NAMES, STORY, "story");
        long id = in.i64();
        int articles = in.count();
        int reprints = in.count();
        var sum = views(in.vector(), in.vector(), in.vector(), version);
        long first = in.i64();
        long last = in.i64();
        long touched = in.i64();
        var keys = in.keys();
        int marks = in.u8();
        return new StoryState(
                id,
                articles,
                reprints,
                sum,
                in.list(from -> member(from, version)),
                first,
                last,
                touched,
                keys,
                (marks & RESTING) != 0,
                (marks & TOOK_IN) != 0);
    }

    private static void write(Member member, BytesOut out) {
        out.text(member.articleId())
                .text(member.site())
                .i64(member.eventTimeMs())
                .flag(member.dateKnown())
                .varint(member.words())
                .vector(member.views().terms(), UNIT)
                .vector(member.views().names(), UNIT)
                .vector(member.views().opening(), UNIT)
                .keys(member.marks())
                .keys(member.titleShape())
                .keys(member.titleFigures())
                .keys(member.figures())
                .keys(member.days())
                .keys(member.openingNames());
    }

    private static Member member(BytesIn in, int version) {
        return new Member(
                in.text(),
                in.text(),
                in.i64(),
                in.flag(),
                in.count(),
                views(in.vector(UNIT), in.vector(UNIT), in.vector(UNIT), version),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                in.keys(),
                openingNames(in, version));
    }

    private static Views views(SparseVector terms, SparseVector names, SparseVector opening, int version) {
        return new Views(terms, version == STORY ? names : SparseVector.EMPTY, opening);
    }

    private static KeySet openingNames(BytesIn in, int version) {
        KeySet names = version == STORY_WITHOUT_OPENING_NAMES ? KeySet.EMPTY : in.keys();
        return version == STORY ? names : KeySet.EMPTY;
    }

    static byte[] toBytes(ArticlePlace place) {
        String copyOn = place.copyOn();
        return new BytesOut()
                .u8(PLACE)
                .i64(place.story())
                .i64(place.notedMs())
                .flag(place.gone())
                .flag(copyOn != null)
                .text(copyOn == null ? "" : copyOn)
                .bytes();
    }

    static ArticlePlace place(byte[] bytes) {
        BytesIn in = new BytesIn(bytes).version(PLACE, "place of an article");
        long story = in.i64();
        long noted = in.i64();
        boolean gone = in.flag();
        boolean copy = in.flag();
        String site = in.text();
        return new ArticlePlace(story, noted, copy ? site : null, gone);
    }

    static byte[] toBytes(Postings postings) {
        var out = new BytesOut().u8(POSTINGS).varint(postings.size());
        for (int i = 0; i < postings.size(); i++) {
            out.i64(postings.story(i)).i32(postings.day(i));
        }
        return out.bytes();
    }

    static Postings postings(byte[] bytes) {
        BytesIn in = new BytesIn(bytes).version(POSTINGS, "postings");
        long[] stories = new long[in.count()];
        int[] days = new int[stories.length];
        for (int i = 0; i < stories.length; i++) {
            stories[i] = in.i64();
            days[i] = in.i32();
        }
        return Postings.of(stories, days);
    }

    static byte[] toBytes(StreamTotals totals) {
        Losses losses = totals.losses();
        return new BytesOut()
                .u8(TOTALS)
                .f64(totals.documents())
                .varint(totals.epoch())
                .varint(totals.countedInEpoch())
                .varint(totals.stories())
                .varint(totals.articles())
                .i64(totals.streamMs())
                .varint(totals.ticks())
                .varint(losses.expired())
                .varint(losses.evicted())
                .varint(losses.articles())
                .varint(losses.postings())
                .varint(losses.members())
                .bytes();
    }

    static StreamTotals totals(byte[] bytes) {
        BytesIn in = new BytesIn(bytes).version(TOTALS, "totals");
        return new StreamTotals(
                in.f64(),
                in.count(),
                in.count(),
                in.varint(),
                in.varint(),
                in.i64(),
                in.varint(),
                new Losses(in.varint(), in.varint(), in.varint(), in.varint(), in.varint()));
    }
}
