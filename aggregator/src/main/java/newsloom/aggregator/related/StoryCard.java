package newsloom.aggregator.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.story.sketch.Anchors;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.Relation;
import newsloom.text.vectors.KeySet;

/**
 * What is kept of a story to find it in other languages. Immutable.
 *
 * @param reports the first one and the newest ones, at most {@value #MAX_REPORTS}
 * @param relations the surest first, at most {@value #MAX_RELATIONS}
 */
record StoryCard(String storyId, String language, List<Report> reports, List<Relation> relations) {
    static final int MAX_REPORTS = 8;
    static final int MAX_RELATIONS = 8;

    /**
     * An article.
     *
     * @param publishedMs says nothing where it is not known
     * @param names the words of each name that has several, among the anchors
     */
    record Report(String articleId, long publishedMs, boolean dated, KeySet anchors, List<KeySet> names) {
        Report {
            names = List.copyOf(names);
        }

        static Report of(StoryMember member) {
            List<KeySet> names = member.names().stream()
                    .map(name -> Anchors.wordsOf(name.text(), member.anchors()))
                    .filter(words -> words.size() > 1)
                    .toList();
            return new Report(member.articleId(), member.eventTimeMs(), member.dateKnown(), member.anchors(), names);
        }

        /** How many of the anchors are figures. */
        int figures() {
            return (int) anchors.stream().filter(Anchors::isFigure).count();
        }
    }

    StoryCard {
        reports = List.copyOf(reports);
        relations = List.copyOf(relations);
    }

    static StoryCard empty(String storyId, String language) {
        return new StoryCard(storyId, language, List.of(), List.of());
    }

    StoryCard with(Report report) {
        var kept = new ArrayList<>(without(report.articleId()).reports);
        kept.add(report);
        if (kept.size() > MAX_REPORTS) {
            kept.remove(1);
        }
        return new StoryCard(storyId, language, kept, relations);
    }

    StoryCard without(String articleId) {
        List<Report> kept = reports.stream()
                .filter(report -> !report.articleId().equals(articleId))
                .toList();
        return new StoryCard(storyId, language, kept, relations);
    }

    StoryCard related(List<Relation> others) {
        return new StoryCard(storyId, language, reports, others);
    }

    /** Each anchor with the share of the reports that have it. */
    Map<Integer, Double> anchors() {
        var shares = new HashMap<Integer, Double>();
        for (Report report : reports) {
            report.anchors().stream().forEach(key -> shares.merge(key, 1.0 / reports.size(), Double::sum));
        }
        return shares;
    }
}
