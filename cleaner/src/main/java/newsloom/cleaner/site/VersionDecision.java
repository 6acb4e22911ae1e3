package newsloom.cleaner.site;

/** What a page is among those of its URL key; each carries the record to keep. */
public sealed interface VersionDecision {

    VersionRecord toKeep();

    /** The first page of this address: version 1. */
    record First(VersionRecord toKeep) implements VersionDecision {}

    /** The content we have: nothing to send. */
    record Unchanged(VersionRecord toKeep) implements VersionDecision {}

    /** Other content, fetched later: the next version of the same article, and what it changed in the content of that hash. */
    record Changed(VersionRecord toKeep, long previousHash, Change change) implements VersionDecision {}

    /** Other content, fetched before the one we have: it was replaced already, nothing to send. */
    record Outdated(VersionRecord toKeep) implements VersionDecision {}
}
