package newsloom.cleaner.extract.select;

/** What has more say than the trees in whether a passage is kept; each with its words for a person. */
public enum Rule {
    HEADLINE("is the headline"),
    HEADLINE_AGAIN("says the headline again"),
    SAID_BEFORE("said before"),
    DOUBTFUL_NOTICE("begins like a notice, and is doubtful"),
    MENU_ENTRY("a short link far from any running text"),
    LABELLED_LINK("a link to another page, with its label"),
    ASKS_CONSENT("asks for consent"),
    CONSENT_DIALOG("in a dialog that asks for consent"),
    RELATED_TEASER("a teaser below a heading like \"Related posts\""),
    AFTERWORD("a heading of what follows an article"),
    READ_ALSO("leads to another text"),
    PAUSE("stands where an advertisement parts the text"),
    SHARE("shares the page elsewhere"),
    SIGN_UP("asks for a subscription to letters, channels or podcasts"),
    RISK_NOTICE("a notice of risk"),
    PICTURE_COUNT("counts the pictures of a gallery"),
    WALL_NOTICE("says that the rest is for subscribers"),
    PICTURE_CREDIT("credits a picture"),
    SMALL_PRINT("small print, by its class"),
    BEFORE_TEXT("short, and before the text"),
    BYLINE("byline or date before the text"),
    NEXT_COLUMN("short, and far behind the text"),
    BOX_HEADING("heads a box of which nothing else is kept"),
    LEFT_OVER("left over at the end"),
    AUTHOR_NOTE("a note about the author"),
    TOLD_INSTEAD("JSON-LD tells more, and is taken instead"),
    /** Kept. */
    LEAD("the lead, below the headline"),
    /** Kept. */
    CAPTION("a caption of a gallery"),
    /** Kept. */
    TABLE_HEAD("heads a table of the text"),
    /** Kept. */
    MARKDOWN_TAIL("ends a text in Markdown"),
    /** Kept. */
    REFRAIN("a refrain"),
    /** Kept. */
    LIVE_ENTRY("an entry of a live blog"),
    /** Kept. */
    AFTER_CREDIT("a sentence right behind the credit of a picture in the text");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
