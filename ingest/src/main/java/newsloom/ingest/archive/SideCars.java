package newsloom.ingest.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import newsloom.ingest.page.SideCar;

/**
 * The side-cars of an archive, {@code a.html.json} beside {@code a.html}, wherever in it they are: read before the pages, in a pass of its
 * own. Memory: {@value #MAX_BYTES} bytes of them at most; pages whose side-car is beyond that go without and say so.
 */
final class SideCars {
    private static final Pattern NAME = Pattern.compile(".*\\.(html?|xhtml|txt)\\.json");
    private static final int MAX_MEMBER_BYTES = 1 << 20;
    private static final int MAX_BYTES = 64 << 20;

    private final Map<String, byte[]> byPage = new HashMap<>();

    private SideCars() {}

    /** Reads all members up to the first that breaks the archive. */
    static SideCars of(Members members) throws IOException {
        var sideCars = new SideCars();
        int bytes = 0;
        try (members) {
            for (Optional<Member> next = members.next(); next.isPresent(); next = members.next()) {
                Member member = next.get();
                if (is(member.name()) && member.problem().isEmpty()) {
                    byte[] told = bytes < MAX_BYTES ? member.in().readNBytes(MAX_MEMBER_BYTES) : new byte[0];
                    bytes += told.length;
                    sideCars.byPage.put(member.name().substring(0, member.name().length() - ".json".length()), told);
                }
            }
        } catch (IOException | RuntimeException e) { // the pass over the pages meets the same place and says so
            return sideCars;
        }
        return sideCars;
    }

    /** Whether a member is one by its name. */
    static boolean is(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * What is told about a page; {@link SideCar#NONE} where there is nothing.
     *
     * @throws IOException if it cannot be read
     */
    SideCar of(String page) throws IOException {
        byte[] told = byPage.get(page);
        return told == null ? SideCar.NONE : SideCar.of(told);
    }
}
