package newsloom.aggregator;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.Relation;
import newsloom.aggregator.story.view.StoryView;
import newsloom.contract.v1.HourlyCount;
import newsloom.contract.v1.NameKind;
import newsloom.contract.v1.RelatedStory;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import newsloom.contract.v1.StoryStatus;
import newsloom.contract.v1.WeightedTerm;

/** Turns the view of a story into the record of the contract. */
final class StoryRecords {

    private StoryRecords() {}

    static Story of(StoryView view, StoryStatus status) {
        return Story.newBuilder()
                .setId(view.storyId())
                .setHeadline(view.headline())
                .setHeadlineArticleId(view.headlineArticleId())
                .setLead(sentences(view.lead(), view.language()))
                .setLanguage(view.language())
                .setStatus(status)
                .setFirstPublished(view.dateKnown() ? Instant.ofEpochMilli(view.firstMs()) : null)
                .setLastPublished(view.dateKnown() ? Instant.ofEpochMilli(view.lastMs()) : null)
                .setFirstArticleId(view.dateKnown() && !view.firstArticleId().isEmpty() ? view.firstArticleId() : null)
                .setFirstSeen(fetched(view, true))
                .setLastSeen(fetched(view, false))
                .setArticleCount(view.articles())
                .setArticles(view.members().stream().map(StoryRecords::article).toList())
                .setSourceCount(view.sources().size())
                .setSources(view.sources().stream().map(Map.Entry::getKey).toList())
                .setReprintCount(view.reprints())
                .setReprintSites(
                        view.reprinters().stream().map(Map.Entry::getKey).toList())
                .setNames(view.names().stream().map(StoryRecords::name).toList())
                .setTerms(view.terms().stream().map(StoryRecords::term).toList())
                .setImportance(view.importance())
                .setTrend(view.trend())
                .setActivity(view.activity().stream().map(StoryRecords::hour).toList())
                .setMergedIds(view.mergedIds())
                .setRelated(view.relations().stream().map(StoryRecords::related).toList())
                .setVersion(Math.toIntExact(view.version()))
                .build();
    }

    private static StoryArticle article(StoryMember member) {
        return StoryArticle.newBuilder()
                .setId(member.articleId())
                .setUrl(member.url())
                .setTitle(member.title())
                .setSite(member.site())
                .setPublished(member.dateKnown() ? Instant.ofEpochMilli(member.eventTimeMs()) : null)
                .setFetchTime(Instant.ofEpochMilli(member.fetchTimeMs()))
                .build();
    }

    private static WeightedTerm name(Map.Entry<Name, Double> name) {
        return WeightedTerm.newBuilder()
                .setTerm(name.getKey().text())
                .setWeight(name.getValue())
                .setKind(kind(name.getKey().kind()))
                .build();
    }

    private static NameKind kind(Name.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> NameKind.UNKNOWN;
            case PERSON -> NameKind.PERSON;
            case PLACE -> NameKind.PLACE;
            case ORGANISATION -> NameKind.ORGANISATION;
        };
    }

    private static WeightedTerm term(Map.Entry<String, Double> term) {
        return WeightedTerm.newBuilder()
                .setTerm(term.getKey())
                .setWeight(term.getValue())
                .build();
    }

    private static RelatedStory related(Relation relation) {
        return RelatedStory.newBuilder()
                .setId(relation.storyId())
                .setLanguage(relation.language())
                .setScore(relation.score())
                .build();
    }

    private static HourlyCount hour(Map.Entry<Long, Integer> count) {
        return HourlyCount.newBuilder()
                .setHour(Instant.ofEpochMilli(count.getKey()))
                .setCount(count.getValue())
                .build();
    }

    private static Instant fetched(StoryView view, boolean earliest) {
        var times = view.members().stream().mapToLong(StoryMember::fetchTimeMs);
        return Instant.ofEpochMilli(
                earliest ? times.min().orElse(view.firstMs()) : times.max().orElse(view.lastMs()));
    }

    private static List<String> sentences(String lead, String language) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(lead);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = lead.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
