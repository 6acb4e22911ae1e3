package newsloom.aggregator.names;

import java.util.Comparator;

/** A name as a text writes it, and what it stands for. */
public record Name(String text, Kind kind) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
            Comparator.comparing(Name::text).thenComparing(Name::kind);

    /** Between the text and the letter of its kind. */
    private static final char MARK = '\u001f';

    /** What a name stands for. */
    public enum Kind {
        UNKNOWN('u'),
        PERSON('p'),
        PLACE('l'),
        ORGANISATION('o');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** As stores keep it: the text alone where the kind is unknown, which is how builds that knew no kinds wrote every name. */
    public String stored() {
        return kind == Kind.UNKNOWN ? text : text + MARK + kind.letter;
    }

    /**
     * Reads what {@link #stored} wrote.
     *
     * @throws IllegalArgumentException for a kind that this build does not know
     */
    public static Name ofStored(String stored) {
        int mark = stored.length() - 2;
        if (mark < 0 || stored.charAt(mark) != MARK) {
            return new Name(stored, Kind.UNKNOWN);
        }
        char letter = stored.charAt(mark + 1);
        for (Kind kind : Kind.values()) {
            if (kind.letter == letter) {
                return new Name(stored.substring(0, mark), kind);
            }
        }
        throw new IllegalArgumentException("a name of kind '" + letter + "', which this build does not know");
    }

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }
}
