package newsloom.ingest.page;

/** What a source gives: a page, or the reason why there is none. */
public sealed interface SourceItem permits SourcePage, Unread {

    /** Where it came from, for people: {@code pages.jsonl:17}, {@code crawl.warc.gz@52011}. */
    String location();
}
