package newsloom.cleaner.extract.verdict;

/** What kind of page it is, as far as can be told. */
public enum PageKind {
    ARTICLE,
    LIVE_BLOG,
    /** Pictures with captions, and a text that only leads to them. */
    GALLERY,
    FORUM,
    PRODUCT,
    INDEX,
    ERROR,
    CONSENT,
    OTHER
}
