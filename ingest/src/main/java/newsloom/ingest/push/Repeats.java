package newsloom.ingest.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import newsloom.ingest.page.SourcePage;
import org.jspecify.annotations.Nullable;

/**
 * Pages that requests with an {@code Idempotency-Key} have handed in, so that a request that is sent again, because its answer was lost or
 * because some of its pages failed, hands in only what is not in Kafka. A page is known by the request's key, its number in the request,
 * its address and its body. The last {@value #MAX_PAGES} are kept, some 30 MB at most; a new process knows none. Thread-safe.
 */
final class Repeats {
    private static final int MAX_PAGES = 200_000;

    /** The first 128 bits of a SHA-256. */
    private record Id(long high, long low) {}

    private final Map<Id, CompletableFuture<Void>> handedIn = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, CompletableFuture<Void>> eldest) {
            return size() > MAX_PAGES;
        }
    };

    /**
     * The fate of the same page in an earlier request that has not failed; null where there was none, and from then on this one is it.
     *
     * @param fate completed when Kafka has the page, exceptionally when it does not get it
     */
    @Nullable
    CompletableFuture<Void> claim(String requestKey, long number, SourcePage page, CompletableFuture<Void> fate) {
        Id id = id(requestKey, number, page);
        synchronized (handedIn) {
            CompletableFuture<Void> earlier = handedIn.putIfAbsent(id, fate);
            if (earlier != null) {
                return earlier;
            }
        }
        var unused = fate.exceptionally(failure -> {
            forget(id, fate);
            return null;
        });
        return null;
    }

    private void forget(Id id, CompletableFuture<Void> fate) {
        synchronized (handedIn) {
            handedIn.remove(id, fate);
        }
    }

    private static Id id(String requestKey, long number, SourcePage page) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((requestKey + "\n" + number + "\n" + page.url() + "\n").getBytes(StandardCharsets.UTF_8));
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(page.body()));
            return new Id(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
