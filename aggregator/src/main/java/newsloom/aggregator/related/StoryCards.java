package newsloom.aggregator.related;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.aggregator.related.StoryCard.Report;
import newsloom.aggregator.story.sketch.Anchors;
import newsloom.aggregator.story.state.ByteStore;
import newsloom.aggregator.story.state.BytesIn;
import newsloom.aggregator.story.state.BytesOut;
import newsloom.aggregator.story.view.Relation;
import newsloom.text.vectors.KeySet;
import org.jspecify.annotations.Nullable;

/**
 * Cards of stories in a store of bytes, and which of them share names: {@code s} story id leads to the card, {@code p} anchor to the
 * stories that took it up last, at most {@value #MAX_STORIES}. Not thread-safe.
 */
final class StoryCards {
    private static final int CARD = 1;
    private static final int ASKED = 24;
    private static final int MAX_STORIES = 64;
    private static final int MAX_FOUND = 32;
    private static final int LEAST_SHARED = 2;

    private final ByteStore store;
    private long entriesCut;

    StoryCards(ByteStore store) {
        this.store = store;
    }

    /** How many entries full lists have lost since this was made. */
    long entriesCut() {
        return entriesCut;
    }

    @Nullable
    StoryCard card(String storyId) {
        byte[] bytes = store.get(cardKey(storyId));
        return bytes == null ? null : read(storyId, bytes);
    }

    /** Puts a card in the place of the one before. */
    void put(StoryCard card, @Nullable StoryCard before) {
        store.put(cardKey(card.storyId()), write(card));
        post(card.storyId(), before == null ? Set.of() : posted(before), posted(card));
    }

    void remove(StoryCard card) {
        store.delete(cardKey(card.storyId()));
        post(card.storyId(), posted(card), Set.of());
    }

    /** Stories of other languages that share at least two words of names, those that share most first, at most {@value #MAX_FOUND}. */
    List<StoryCard> find(StoryCard card) {
        var shared = new HashMap<String, Integer>();
        posted(card).forEach(key -> stories(key).forEach(story -> shared.merge(story, 1, Integer::sum)));
        var found = new ArrayList<StoryCard>();
        shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_SHARED)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> card(entry.getKey()))
                .filter(other -> other != null && !other.language().equals(card.language()))
                .limit(MAX_FOUND)
                .forEach(found::add);
        return found;
    }

    /** The words of names that most reports have. */
    private static Set<Integer> posted(StoryCard card) {
        var keys = new HashSet<Integer>();
        card.anchors().entrySet().stream()
                .filter(anchor -> !Anchors.isFigure(anchor.getKey()))
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ASKED)
                .forEach(anchor -> keys.add(anchor.getKey()));
        return keys;
    }

    private void post(String storyId, Set<Integer> before, Set<Integer> now) {
        for (int key : before) {
            if (!now.contains(key)) {
                List<String> rest = new ArrayList<>(stories(key));
                rest.remove(storyId);
                putStories(key, rest);
            }
        }
        for (int key : now) {
            if (!before.contains(key)) {
                List<String> more = new ArrayList<>(stories(key));
                more.remove(storyId);
                more.add(storyId);
                int cut = Math.max(0, more.size() - MAX_STORIES);
                entriesCut += cut;
                putStories(key, more.subList(cut, more.size()));
            }
        }
    }

    private List<String> stories(int key) {
        byte[] bytes = store.get(anchorKey(key));
        return bytes == null ? List.of() : new BytesIn(bytes).list(BytesIn::text);
    }

    private void putStories(int key, List<String> stories) {
        if (stories.isEmpty()) {
            store.delete(anchorKey(key));
            return;
        }
        var out = new BytesOut().varint(stories.size());
        stories.forEach(out::text);
        store.put(anchorKey(key), out.bytes());
    }

    private static byte[] write(StoryCard card) {
        var out = new BytesOut()
                .u8(CARD)
                .text(card.language())
                .varint(card.reports().size());
        for (Report report : card.reports()) {
            out.text(report.articleId())
                    .i64(report.publishedMs())
                    .flag(report.dated())
                    .keys(report.anchors());
        }
        out.varint(card.relations().size());
        for (Relation relation : card.relations()) {
            out.text(relation.storyId()).text(relation.language()).f64(relation.score());
        }
        for (Report report : card.reports()) {
            out.varint(report.names().size());
            report.names().forEach(out::keys);
        }
        return out.bytes();
    }

    private static StoryCard read(String storyId, byte[] bytes) {
        BytesIn in = new BytesIn(bytes).version(CARD, "card of a story");
        String language = in.text();
        List<Report> reports =
                in.list(each -> new Report(each.text(), each.i64(), each.flag(), each.keys(), List.of()));
        List<Relation> relations = in.list(each -> new Relation(each.text(), each.text(), each.f64()));
        var named = new ArrayList<Report>();
        for (Report report : reports) {
            List<KeySet> names = in.hasMore() ? in.list(BytesIn::keys) : List.of(); // earlier builds did not write them
            named.add(new Report(report.articleId(), report.publishedMs(), report.dated(), report.anchors(), names));
        }
        return new StoryCard(storyId, language, named, relations);
    }

    private static byte[] cardKey(String storyId) {
        return ("s" + storyId).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] anchorKey(int anchor) {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) 'p')
                .putInt(anchor)
                .array();
    }
}
