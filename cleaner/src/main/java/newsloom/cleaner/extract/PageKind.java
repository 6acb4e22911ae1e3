package newsloom.cleaner.extract;

/** What kind of page it is, as far as can be told. */
public enum PageKind {
    ARTICLE,
    LIVE_BLOG,
    FORUM,
    PRODUCT,
    INDEX,
    ERROR,
    OTHER
}
