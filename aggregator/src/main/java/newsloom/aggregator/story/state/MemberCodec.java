package newsloom.aggregator.story.state;

import newsloom.aggregator.names.Name;

/** Members of stories as bytes, beginning with a version where they stand alone. Reading gives exactly what was written. */
public final class MemberCodec {
    private static final int VERSION = 3;
    private static final int SCALE = 64;

    private MemberCodec() {}

    /** A member that stands alone. */
    public static byte[] toBytes(StoryMember member) {
        var out = new BytesOut().u8(VERSION);
        write(member, out);
        return out.bytes();
    }

    /**
     * The member that was written.
     *
     * @throws IllegalArgumentException for another version
     */
    public static StoryMember ofBytes(byte[] bytes) {
        return read(new BytesIn(bytes).version(VERSION, "story member"));
    }

    /** A member among others, without a version. */
    public static void write(StoryMember member, BytesOut out) {
        out.text(member.articleId())
                .text(member.url())
                .text(member.site())
                .text(member.title())
                .text(member.lead())
                .text(member.language())
                .i64(member.eventTimeMs())
                .flag(member.dateKnown())
                .i64(member.fetchTimeMs())
                .vector(member.opening(), SCALE)
                .varint(member.names().size());
        member.names().forEach(name -> out.text(name.stored()));
        out.varint(member.terms().size());
        member.terms().forEach(out::text);
        out.keys(member.anchors());
    }

    /** What {@link #write} wrote. */
    public static StoryMember read(BytesIn in) {
        String id = in.text();
        String url = in.text();
        String site = in.text();
        String title = in.text();
        String lead = in.text();
        String language = in.text();
        long time = in.i64();
        boolean known = in.flag();
        long fetched = in.i64();
        var opening = in.vector(SCALE);
        return new StoryMember(
                id,
                url,
                site,
                title,
                lead,
                language,
                time,
                known,
                fetched,
                in.list(name -> Name.ofStored(name.text())),
                in.list(BytesIn::text),
                opening,
                in.keys());
    }
}
