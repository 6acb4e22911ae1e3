package newsloom.cleaner.extract;

/** How the text was found. */
public enum ExtractionMethod {
    /** Blocks of the parsed page, scored and selected. */
    HTML,
    /** Lines of a page of plain text, scored and selected. */
    PLAIN_TEXT
}
