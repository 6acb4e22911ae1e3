package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import newsloom.cleaner.site.MemoryBlockStore;
import newsloom.cleaner.site.SiteMemory;
import newsloom.cleaner.site.VersionDecision;
import newsloom.cleaner.site.VersionRecord;
import newsloom.cleaner.site.Versions;
import org.jspecify.annotations.Nullable;

/**
 * The cleaner's steps after extraction (versions, site memory, duplicate decision) over documents in arrival order, without Kafka
 * and with all state on the heap: about 2 KB a document, nothing is forgotten. For one thread.
 */
public final class OfflineDedupe {
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final UnaryOperator<String> urlKey;
    private final Function<String, String> site;
    private final Map<String, Address> addresses = new HashMap<>();
    private final MemoryBlockStore blocks = new MemoryBlockStore();
    private final SiteMemory siteMemory = new SiteMemory();
    private final Sketcher sketcher = new Sketcher();
    private final KnownTexts texts;
    private long arrivalMs;

    /**
     * One input line.
     *
     * @param published when it says it was published; the latest seen so far stands for the time it arrived
     * @param text paragraphs separated by an empty line
     */
    public record Document(
            String id,
            @Nullable String url,
            @Nullable String title,
            @Nullable Instant published,
            String text) {}

    /**
     * One output line.
     *
     * @param duplicateOf id of an earlier document of the same text or address; null for an original
     * @param kind {@code original}, {@code exact}, {@code near}, {@code excerpt}, {@code supersedes} (the earlier document is an excerpt
     *     or a copy of this one), {@code unchanged} or {@code update} (same address)
     * @param shareInOld part of this text that stands in the earlier one, 0 to 1
     * @param shareInNew part of the earlier text that stands in this one
     * @param why the decision in words
     */
    public record Result(
            String id, @Nullable String duplicateOf, String kind, double shareInOld, double shareInNew, String why) {}

    /** The first document of an address, and what is known of its content. */
    private record Address(String firstId, VersionRecord version) {}

    /**
     * The addresses of the documents are read by these two.
     *
     * @param urlKey normalises a URL: equal keys are one article
     * @param site the site of a URL: whose pages share boilerplate
     */
    public OfflineDedupe(UnaryOperator<String> urlKey, Function<String, String> site) {
        this(urlKey, site, new Indexed(DuplicateIndex.inMemory(FOR_EVER), new DuplicateDecider()));
    }

    OfflineDedupe(UnaryOperator<String> urlKey, Function<String, String> site, KnownTexts texts) {
        this.urlKey = urlKey;
        this.site = site;
        this.texts = texts;
    }

    private record Indexed(DuplicateIndex index, DuplicateDecider decider) implements KnownTexts {
        @Override
        public Decision decide(Sketch sketch) {
            return decider.decide(sketch, index);
        }

        @Override
        public @Nullable KnownText latest(String id, long timeMs) {
            return index.text(id, timeMs);
        }
    }

    /** Decides on the next document. */
    public Result decide(Document document) {
        var title = document.title() == null ? "" : document.title();
        var paragraphs = Arrays.asList(document.text().split("\\n\\s*\\n", -1));
        long published = document.published() == null
                ? Origin.NO_TIME
                : document.published().toEpochMilli();
        arrivalMs = Math.max(arrivalMs, published);
        var key = document.url() == null ? null : urlKey.apply(document.url());
        if (key == null) {
            var sketch = sketcher.sketch(document.id(), arrivalMs, paragraphs);
            return byText(document.id(), sketch.from(Origin.UNKNOWN.publishedAt(published)));
        }
        var known = addresses.get(key);
        var version = Versions.next(known == null ? null : known.version(), title, paragraphs, Instant.EPOCH);
        var firstId = known == null ? document.id() : known.firstId();
        addresses.put(key, new Address(firstId, version.toKeep()));
        if (version instanceof VersionDecision.Unchanged) {
            return new Result(document.id(), firstId, "unchanged", 1, 1, "same address, same words");
        }
        var ofSite = site.apply(document.url());
        var own = siteMemory
                .clean(ofSite, key, Instant.EPOCH, title, paragraphs, blocks)
                .kept();
        var origin = Origin.of(ofSite, title)
                .publishedAt(published)
                .crediting(Credits.another(document.text(), "", ofSite, null));
        return byText(document.id(), sketcher.sketch(firstId, arrivalMs, own).from(origin));
    }

    private Result byText(String id, Sketch sketch) {
        var articleId = sketch.id();
        var earlier = texts.latest(articleId, arrivalMs);
        var decision = texts.decide(sketch);
        if (!id.equals(articleId)) {
            return update(id, articleId, sketch, earlier);
        }
        if (decision instanceof Decision.Copy copy) {
            var kind = copy.kind().name().toLowerCase(Locale.ROOT);
            return result(id, copy.matchedId(), kind, copy.shares(), copy.why());
        }
        if (decision instanceof Decision.Supersedes full) {
            return result(id, full.oldId(), "supersedes", full.shares(), full.why());
        }
        return new Result(id, null, "original", 0, 0, ((Decision.Original) decision).why());
    }

    private static Result result(String id, String of, String kind, Decision.Shares shares, String why) {
        return new Result(id, of, kind, shares.inOld(), shares.inNew(), why);
    }

    private static Result update(String id, String articleId, Sketch sketch, @Nullable KnownText earlier) {
        if (earlier == null || sketch.isEmpty()) {
            return new Result(id, articleId, "update", 0, 0, "same address, other words");
        }
        var match = Match.of(sketch, earlier);
        return new Result(id, articleId, "update", match.shareInOld(), match.shareInNew(), "same address, other words");
    }
}
