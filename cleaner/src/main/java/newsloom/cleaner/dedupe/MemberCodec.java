package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Members of groups and what was given out, as bytes: the version of the form, then {@link Packed} parts. Bytes of an unknown version throw {@link newsloom.runtime.streams.OtherFormException}, broken ones {@link IllegalArgumentException}. */
final class MemberCodec {
    private static final byte MEMBER_V2 = 98;
    private static final byte GIVEN_V1 = 49;
    private static final int IN_THE_ADDRESS = 1;

    private MemberCodec() {}

    static byte[] encode(Member member) {
        var given = member.given();
        String group = member.isFirst() ? "" : member.group();
        String head = member.head().equals(member.id()) ? "" : member.head();
        int size = 1 + Packed.maxBytes(member.id()) + Packed.maxBytes(group) + Packed.maxBytes(head);
        var out = ByteBuffer.allocate(size + Packed.LONGEST_COUNT + 1 + (given == null ? 0 : maxBytes(given)))
                .put(MEMBER_V2);
        Packed.putId(out, member.id());
        Packed.putCount(out, member.timeMs());
        Packed.putId(out, group);
        Packed.putId(out, head);
        out.put((byte) (given == null ? 0 : 1));
        if (given != null) {
            put(out, given);
        }
        return Packed.written(out);
    }

    static Member decode(byte[] bytes) {
        return Packed.read(bytes, MEMBER_V2, in -> {
            var id = Packed.id(in);
            long timeMs = Packed.count(in);
            var group = Packed.id(in);
            var head = Packed.id(in);
            return new Member(
                    id,
                    timeMs,
                    group.isEmpty() ? id : group,
                    head.isEmpty() ? id : head,
                    in.get() == 0 ? null : given(in));
        });
    }

    static byte[] encode(Given given) {
        var out = ByteBuffer.allocate(1 + maxBytes(given)).put(GIVEN_V1);
        put(out, given);
        return Packed.written(out);
    }

    static Given decodeGiven(byte[] bytes) {
        return Packed.read(bytes, GIVEN_V1, MemberCodec::given);
    }

    private static int maxBytes(Given given) {
        return 3 * (given.url().length() + given.site().length() + given.title().length()) + 7 * Packed.LONGEST_COUNT;
    }

    private static void put(ByteBuffer out, Given given) {
        Packed.putString(out, Packed.utf8(given.url()));
        putSite(out, given.site(), given.url());
        Packed.putString(out, Packed.utf8(given.title()));
        var published = given.published();
        Packed.putCount(out, published == null ? 0 : 1 + zigzag(published.toEpochMilli()));
        Packed.putCount(out, zigzag(given.fetched().toEpochMilli()));
    }

    private static Given given(ByteBuffer in) {
        var url = Packed.string(in);
        var site = site(in, url);
        var title = Packed.string(in);
        long published = Packed.count(in);
        return new Given(url, site, title, published == 0 ? null : time(published - 1), time(Packed.count(in)));
    }

    /** Where it begins in the address and how long it is, or the site itself. */
    private static void putSite(ByteBuffer out, String site, String url) {
        int at = url.indexOf(site);
        if (at < 0) {
            Packed.putCount(out, 0);
            Packed.putString(out, Packed.utf8(site));
        } else {
            Packed.putCount(out, (long) at + IN_THE_ADDRESS);
            Packed.putCount(out, site.length());
        }
    }

    private static String site(ByteBuffer in, String url) {
        long at = Packed.count(in) - IN_THE_ADDRESS;
        if (at < 0) {
            return Packed.string(in);
        }
        long end = at + Packed.count(in);
        if (at > url.length() || end < at || end > url.length()) {
            throw new IllegalArgumentException("a site outside of its address");
        }
        return url.substring((int) at, (int) end);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    private static Instant time(long zigzag) {
        return Instant.ofEpochMilli((zigzag >>> 1) ^ -(zigzag & 1));
    }
}
