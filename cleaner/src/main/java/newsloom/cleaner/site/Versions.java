package newsloom.cleaner.site;

import java.time.Instant;
import java.util.List;
import newsloom.text.shingles.Hash64;
import newsloom.text.tokens.Words;
import org.jspecify.annotations.Nullable;

/** Tells the versions of one article by URL key and content. Stateless: the caller keeps one {@link VersionRecord} a key. */
public final class Versions {
    /** Two articles of one language share some pairs of common words; a version that has less of the one before is not told from them. */
    private static final double MIN_SHARE_OF_A_VERSION = 0.25;

    private Versions() {}

    /**
     * The words of title and text in order, without case, marks and markup. Take the paragraphs as extracted, before the site
     * memory: what that learns in the meantime is no change of the article.
     */
    public static long contentHash(String title, List<String> paragraphs) {
        long[] hash = {0};
        Words.Sink sink = (buffer, length, pair) -> hash[0] = Hash64.append(hash[0], Hash64.of(buffer, length));
        Words.each(title, sink);
        hash[0] = Hash64.mix(hash[0]);
        paragraphs.forEach(paragraph -> Words.each(paragraph, sink));
        return Hash64.mix(hash[0]);
    }

    /** Whether so little of either text stands in the other that they are two articles, whatever a page says of its address. */
    public static boolean isAnotherArticle(VersionRecord known, List<String> paragraphs) {
        var trace = Trace.of(paragraphs);
        return trace.shareIn(known.trace()) < MIN_SHARE_OF_A_VERSION
                && known.trace().shareIn(trace) < MIN_SHARE_OF_A_VERSION;
    }

    /** {@code known} is null when there is no record for the URL key, or it was forgotten. Title and paragraphs as for {@link #contentHash}. */
    public static VersionDecision next(
            @Nullable VersionRecord known, String title, List<String> paragraphs, Instant fetch) {
        long fetchMs = fetch.toEpochMilli();
        long contentHash = contentHash(title, paragraphs);
        if (known != null && known.contentHash() == contentHash) {
            return new VersionDecision.Unchanged(known.fetchedAt(Math.max(known.fetchMs(), fetchMs)));
        }
        if (known != null && fetchMs < known.fetchMs()) {
            return new VersionDecision.Outdated(known);
        }
        var trace = Trace.of(paragraphs);
        if (known == null) {
            return new VersionDecision.First(new VersionRecord(contentHash, 1, fetchMs, trace));
        }
        return new VersionDecision.Changed(
                new VersionRecord(contentHash, known.version() + 1, fetchMs, trace),
                known.contentHash(),
                Change.between(known.trace(), trace));
    }
}
