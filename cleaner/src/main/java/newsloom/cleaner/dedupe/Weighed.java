package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import newsloom.cleaner.dedupe.Scattered.Compared;
import newsloom.cleaner.dedupe.Scattered.Piece;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document before it is decided on. Immutable.
 *
 * @param homes how many pieces there are; -1 as long as none has come
 * @param arrived the homes whose pieces have come
 * @param failure why it cannot be decided on; null but for faults
 */
record Weighed(
        int homes,
        TreeSet<Integer> arrived,
        List<Compared> matches,
        @Nullable String failure) {

    static final Weighed NOTHING = new Weighed(-1, new TreeSet<>(), List.of(), null);

    /** With one more piece; the same when that home's has come before. */
    Weighed with(Piece piece) {
        if (arrived.contains(piece.home())) {
            return this;
        }
        var more = new TreeSet<>(arrived);
        more.add(piece.home());
        return new Weighed(piece.homes(), more, joined(piece.matches()), failure == null ? piece.failure() : failure);
    }

    /** With what another document, decided on first, has in common with it. */
    Weighed with(Compared found) {
        return new Weighed(homes, arrived, joined(List.of(found)), failure);
    }

    private List<Compared> joined(List<Compared> more) {
        var all = new ArrayList<>(matches);
        more.stream()
                .filter(match ->
                        matches.stream().noneMatch(known -> known.text().equals(match.text())))
                .forEach(all::add);
        return all;
    }

    boolean isComplete() {
        return failure != null || (homes >= 0 && arrived.size() >= homes);
    }

    /** {@code first}: a byte before the rest, which says what this is. */
    byte[] encoded(byte first) {
        return ScatteredCodec.written(out -> {
            out.writeByte(first);
            out.writeInt(homes);
            out.writeInt(arrived.size());
            for (int home : arrived) {
                out.writeInt(home);
            }
            out.writeInt(matches.size());
            for (var match : matches) {
                ScatteredCodec.write(out, match);
            }
            ScatteredCodec.write(out, failure);
            return out;
        });
    }

    /** Of what {@link #encoded} gave, the first byte apart. */
    static Weighed decoded(byte[] bytes) {
        return ScatteredCodec.read(bytes, in -> {
            in.skipNBytes(1);
            return new Weighed(
                    in.readInt(),
                    new TreeSet<>(ScatteredCodec.list(in, stream -> stream.readInt())),
                    ScatteredCodec.list(in, ScatteredCodec::compared),
                    ScatteredCodec.text(in));
        });
    }
}
