package newsloom.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsloom.contract.url.UrlKey;
import newsloom.ingest.page.Hint;

/**
 * Hints of feeds by URL key. Bounded: {@value #MAX_ENTRIES} entries, some 200 MB at the very most; what is beyond them is not kept. The
 * first entry of a page wins.
 */
public final class Hints {
    private static final int MAX_ENTRIES = 200_000;

    private final Map<String, Hint> byKey = new HashMap<>();

    public void add(FeedEntry entry) {
        if (byKey.size() < MAX_ENTRIES) {
            byKey.putIfAbsent(UrlKey.of(entry.url()), entry.hint());
        }
    }

    /** What a feed said about the page at an address. */
    public Optional<Hint> of(String url) {
        return byKey.isEmpty() ? Optional.empty() : Optional.ofNullable(byKey.get(UrlKey.of(url)));
    }

    /** How many pages something is known of. */
    public int size() {
        return byKey.size();
    }
}
