package newsloom.cleaner.dedupe;

import java.util.Comparator;

/** A text and how many anchors it has in common with the one that was asked for. */
public record Hit(Reference text, int anchors) {
    /** Those with most in common first, the older window before the younger. */
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingInt(Hit::anchors).reversed().thenComparing(Hit::text);
}
