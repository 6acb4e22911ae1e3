package newsloom.cleaner.extract;

/** Where a publication time was found, the most trusted first. */
public enum PublishedSource {
    /** {@code datePublished} of a JSON-LD article. */
    JSON_LD,
    /** A {@code meta} element such as {@code article:published_time}. */
    META,
    /** {@code itemprop="datePublished"}. */
    MICRODATA,
    /** Year, month and day in the path of the URL. */
    URL,
    /** A {@code time} element. */
    TIME_ELEMENT,
    /** An element whose class says date, or a date near the headline that a reader sees. */
    VISIBLE_TEXT,
    /** The page gives only the time of its last change. */
    MODIFIED
}
