package newsloom.cleaner.extract.date;

/** Where the time of a publication or of a change was found, the most trusted first. */
public enum PublishedSource {
    /** {@code datePublished}, {@code dateModified} of a JSON-LD article. */
    JSON_LD,
    /** A {@code meta} element such as {@code article:published_time}. */
    META,
    /** {@code itemprop="datePublished"}, {@code "dateModified"}. */
    MICRODATA,
    /** Year, month and day in the path of the URL. */
    URL,
    /** A {@code time} element. */
    TIME_ELEMENT,
    /** An element whose class says date, or a date near the headline that a reader sees. */
    VISIBLE_TEXT,
    /** Of a publication: the page gives only the time of its last change. */
    MODIFIED
}
