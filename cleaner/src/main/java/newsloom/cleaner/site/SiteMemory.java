package newsloom.cleaner.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an article the blocks that keep coming back on different articles of its site, whatever they look like: newsletter
 * boxes, disclaimers, trending lists. A block goes when two articles before had it that are both different from this one, by address
 * and by headline: one article at two addresses, a new version or a series never teaches that its text is boilerplate. When more than
 * half of the words would go, all stay; when more than half are known from another article, this one teaches nothing: those are
 * copies and series, and the duplicate decision judges them. What one article says several times in four words or fewer ("Cons", after each product of a test) is its structure, and a line without letters ("3.") its numbering: both stay.
 *
 * <p>A block is forgotten when it was not seen for {@link #MEMORY}, measured by fetch times. A site keeps {@link #MAX_BLOCKS}: beyond,
 * a quarter is dropped, longest unseen first, where a block with two witnesses counts as seen three days later.
 *
 * <p>Stateless, all state is in the store; one thread for one site. One read and at most one write a block.
 */
public final class SiteMemory {
    /** How long an unseen block is remembered. */
    public static final Duration MEMORY = Duration.ofDays(30);
    /** Blocks kept for one site. */
    public static final int MAX_BLOCKS = 4096;

    /** Paragraphs of one article that are looked at; more are kept as they are. */
    static final int MAX_PARAGRAPHS = 1000;

    private static final int BLOCKS_AFTER_DROP = MAX_BLOCKS / 4 * 3;
    private static final int HEADING_WORDS = 4;
    private static final double MOST = 0.5;
    private static final long MEMORY_MINUTES = MEMORY.toMinutes();
    private static final long REFRESH_MINUTES = Duration.ofHours(6).toMinutes();
    private static final long CONFIRMED_BONUS_MINUTES = Duration.ofDays(3).toMinutes();

    /**
     * Parts the paragraphs and remembers them.
     *
     * @param site registrable domain of the article, or whatever shares templates
     * @param urlKey normalised address of the article
     * @param title headline of the article, without the site's name; an article without one teaches nothing and is left as
     *     it is
     */
    public Cleaned clean(
            String site, String urlKey, Instant fetch, String title, List<String> paragraphs, BlockStore store) {
        var article = Witness.of(urlKey, title);
        int minute = minute(fetch);
        var seen = look(site, paragraphs.subList(0, Math.min(MAX_PARAGRAPHS, paragraphs.size())), minute, store);
        boolean teaches = !isMost(seen, block -> block.knownFromAnother(article));
        if (article.isKnown()) {
            remember(site, seen, article, minute, teaches, store);
        }
        if (isMost(seen, block -> block.isBoilerplateFor(article))) {
            return new Cleaned(List.copyOf(paragraphs), List.of());
        }
        var kept = new ArrayList<String>();
        var removed = new ArrayList<String>();
        seen.forEach(block -> (block.isBoilerplateFor(article) ? removed : kept).add(block.paragraph()));
        kept.addAll(paragraphs.subList(seen.size(), paragraphs.size()));
        return new Cleaned(kept, removed);
    }

    /** Whether a record says nothing any more at {@code fetch}, so that a sweep through the store may delete it. */
    public static boolean isForgotten(BlockRecord block, Instant fetch) {
        return isForgotten(block, minute(fetch));
    }

    /** One paragraph and what was known of it before; {@code asked} says whether it may be boilerplate at all, {@code stored} whether a record, perhaps a forgotten one, is there. */
    private record Seen(
            String paragraph,
            Block block,
            boolean asked,
            @Nullable BlockRecord known,
            boolean stored) {
        boolean knownFromAnother(Witness article) {
            return known != null && article.differsFrom(known.first());
        }

        boolean isBoilerplateFor(Witness article) {
            return known != null && known.confirmedWithout(article);
        }
    }

    private static List<Seen> look(String site, List<String> paragraphs, int minute, BlockStore store) {
        var blocks = paragraphs.stream().map(Block::of).toList();
        var times = new HashMap<Long, Integer>();
        blocks.forEach(block -> times.merge(block.hash(), 1, Integer::sum));
        var seen = new ArrayList<Seen>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            boolean heading = block.words() <= HEADING_WORDS && times.getOrDefault(block.hash(), 0) > 1;
            boolean asked = block.words() > 0 && !heading && hasLetters(paragraphs.get(i));
            var stored = asked ? store.get(site, block.hash()) : null;
            boolean forgotten = stored == null || isForgotten(stored, minute);
            seen.add(new Seen(paragraphs.get(i), block, asked, forgotten ? null : stored, stored != null));
        }
        return seen;
    }

    private static boolean hasLetters(String paragraph) {
        return paragraph.codePoints().anyMatch(Character::isLetter);
    }

    private static int minute(Instant time) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, time.getEpochSecond() / 60));
    }

    private static boolean isForgotten(BlockRecord block, int minute) {
        return (long) minute - block.seenMinute() > MEMORY_MINUTES;
    }

    private static boolean isMost(List<Seen> blocks, Predicate<Seen> which) {
        int all = 0;
        int those = 0;
        for (var seen : blocks) {
            all += seen.block().words();
            those += which.test(seen) ? seen.block().words() : 0;
        }
        return those > MOST * all;
    }

    private static void remember(
            String site, List<Seen> blocks, Witness article, int minute, boolean teaches, BlockStore store) {
        var done = new HashSet<Long>();
        int added = 0;
        for (var seen : blocks) {
            if (!seen.asked() || !done.add(seen.block().hash())) {
                continue;
            }
            var known = seen.known();
            var next = known == null ? new BlockRecord(minute, article, null) : known.seen(article, minute, teaches);
            if (known == null || !next.saysTheSameAs(known, REFRESH_MINUTES)) {
                store.put(site, seen.block().hash(), next);
                added += seen.stored() ? 0 : 1;
            }
        }
        if (added > 0) {
            int count = store.count(site) + added;
            store.setCount(site, count > MAX_BLOCKS ? drop(site, minute, store) : count);
        }
    }

    /** Drops the forgotten blocks and, of the others, the longest unseen; returns how many are left. */
    private static int drop(String site, int minute, BlockStore store) {
        var oldestFirst = new ArrayList<>(store.blocks(site).entrySet());
        oldestFirst.sort(Comparator.<Map.Entry<Long, BlockRecord>>comparingLong(entry -> worth(entry.getValue()))
                .thenComparing(Map.Entry.comparingByKey()));
        int left = oldestFirst.size();
        for (var entry : oldestFirst) {
            if (left > BLOCKS_AFTER_DROP || isForgotten(entry.getValue(), minute)) {
                store.delete(site, entry.getKey());
                left--;
            }
        }
        return left;
    }

    private static long worth(BlockRecord block) {
        return block.seenMinute() + (block.second() == null ? 0 : CONFIRMED_BONUS_MINUTES);
    }
}
