package newsloom.ingest.page;

import java.util.Locale;

/** What had to be put right on a page that was read nevertheless, or was added to it. */
public enum Remark {
    /** The body was longer than the limit and was cut. */
    CUT,
    /** The crawler had marked the body as cut. */
    CUT_BY_CRAWLER,
    /** The content encoding broke off; what came before is kept. */
    BODY_BROKEN_OFF,
    /** A content encoding was told and the body was not encoded so; it is kept as it was. */
    NOT_ENCODED,
    /** The fetch time could not be read and the file's time stands in for it. */
    BAD_TIME,
    /** The side-car could not be read and was ignored. */
    BAD_SIDE_CAR,
    /** A feed says something about it. */
    HINTED,
    /** The fetch time lay in the future and was set to now. */
    FUTURE_TIME;

    /** The name as it stands in summaries: {@code cut-by-crawler}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
