package newsloom.ingest.feed;

import newsloom.ingest.page.Hint;

/** What a feed says about the page at an address. */
public record FeedEntry(String url, Hint hint) {}
