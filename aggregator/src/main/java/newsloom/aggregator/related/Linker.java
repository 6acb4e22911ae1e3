package newsloom.aggregator.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.story.state.ByteStore;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Links stories of different languages that tell the same happening, as their articles come and go. Two stories are related or not by
 * what both hold now, and are looked at again whenever one of them changes: in the end the links do not depend on the order in which
 * changes came, as long as no list is full. An article costs some 50 reads and 25 writes. Not thread-safe.
 *
 * <p>Each call answers with the stories whose relations it changed, and all relations these have now.
 */
public final class Linker {
    private static final Comparator<Relation> SUREST =
            Comparator.comparingDouble(Relation::score).reversed().thenComparing(Relation::storyId);

    private final StoryCards cards;

    /** @param store holds all of it */
    public Linker(ByteStore store) {
        this.cards = new StoryCards(store);
    }

    /** How many entries the lists of stories by name have lost, for they were full, since this was made. */
    public long entriesCut() {
        return cards.entriesCut();
    }

    /** A story holds one more article, or another one in the place of {@code formerId}. */
    public Map<String, List<Relation>> told(String storyId, StoryMember member, @Nullable String formerId) {
        StoryCard before = cards.card(storyId);
        StoryCard card = before == null ? StoryCard.empty(storyId, member.language()) : before;
        StoryCard rest = formerId == null ? card : card.without(formerId);
        return link(rest.with(StoryCard.Report.of(member)), before);
    }

    /** A story holds an article no more. */
    public Map<String, List<Relation>> gone(String storyId, String articleId) {
        StoryCard before = cards.card(storyId);
        if (before == null) {
            return Map.of();
        }
        StoryCard rest = before.without(articleId);
        return rest.reports().isEmpty() ? ended(storyId) : link(rest, before);
    }

    /** A story is no more, and nothing is related to it. */
    public Map<String, List<Relation>> ended(String storyId) {
        var changed = new LinkedHashMap<String, List<Relation>>();
        StoryCard card = cards.card(storyId);
        if (card != null) {
            card.relations().forEach(relation -> tell(relation.storyId(), card, 0, changed));
            cards.remove(card);
        }
        return changed;
    }

    /** A story takes no more articles: what it is related to stays as it is. */
    public void closed(String storyId) {
        StoryCard card = cards.card(storyId);
        if (card != null) {
            cards.remove(card);
        }
    }

    private Map<String, List<Relation>> link(StoryCard card, @Nullable StoryCard before) {
        var changed = new LinkedHashMap<String, List<Relation>>();
        var scores = new LinkedHashMap<String, Relation>();
        cards.find(card).forEach(other -> weigh(card, other, scores));
        card.relations().stream()
                .filter(relation -> !scores.containsKey(relation.storyId()))
                .forEach(relation -> again(card, relation, scores));
        List<Relation> now = scores.values().stream()
                .filter(relation -> relation.score() >= Agreement.ENOUGH)
                .sorted(SUREST)
                .limit(StoryCard.MAX_RELATIONS)
                .toList();
        StoryCard linked = card.related(now);
        cards.put(linked, before);
        scores.values().forEach(relation -> tell(relation.storyId(), linked, relation.score(), changed));
        if (!now.equals(card.relations())) {
            changed.put(card.storyId(), now);
        }
        return changed;
    }

    private static void weigh(StoryCard card, StoryCard other, Map<String, Relation> scores) {
        scores.put(other.storyId(), new Relation(other.storyId(), other.language(), Agreement.score(card, other)));
    }

    /** One that was not found again; the link to a story that was closed stays. */
    private void again(StoryCard card, Relation relation, Map<String, Relation> scores) {
        StoryCard other = cards.card(relation.storyId());
        if (other == null) {
            scores.put(relation.storyId(), relation);
        } else {
            weigh(card, other, scores);
        }
    }

    private void tell(String otherId, StoryCard card, double score, Map<String, List<Relation>> changed) {
        StoryCard other = cards.card(otherId);
        if (other == null) {
            return;
        }
        List<Relation> relations = new ArrayList<>(other.relations());
        relations.removeIf(relation -> relation.storyId().equals(card.storyId()));
        if (score >= Agreement.ENOUGH) {
            relations.add(new Relation(card.storyId(), card.language(), score));
        }
        List<Relation> now =
                relations.stream().sorted(SUREST).limit(StoryCard.MAX_RELATIONS).toList();
        if (!now.equals(other.relations())) {
            cards.put(other.related(now), other);
            changed.put(otherId, now);
        }
    }
}
