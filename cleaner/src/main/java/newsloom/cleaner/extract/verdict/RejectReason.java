package newsloom.cleaner.extract.verdict;

/** Why a page gave no article. */
public enum RejectReason {
    /** A front page, section page or list of teasers. */
    INDEX,
    /** The fetch failed (status of 400 or more), or the page says "not found" in so many words. */
    ERROR,
    /** All there is to read asks for consent, a login or a proof that the reader is human. */
    CONSENT,
    /** A thread of a forum, or questions and answers: many voices and no article. */
    FORUM,
    /** Some text, too little for an article. */
    TOO_SHORT,
    /** Nothing to read: an empty body, or a shell that scripts would fill. */
    EMPTY,
    /** Not a page: an image, a PDF, JSON, a feed. */
    NOT_HTML
}
