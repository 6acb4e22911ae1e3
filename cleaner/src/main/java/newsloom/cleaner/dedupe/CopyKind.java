package newsloom.cleaner.dedupe;

/** How a copy relates to the text it copies. */
public enum CopyKind {
    /** The same words in the same order. */
    EXACT,
    /** Most of each text is in the other: retyped, reprinted with another headline, a paragraph more or less. */
    NEAR,
    /** Most of the new text is in the old, which holds much more: a shortened form. */
    EXCERPT
}
