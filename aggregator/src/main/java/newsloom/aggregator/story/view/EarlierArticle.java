package newsloom.aggregator.story.view;

import newsloom.aggregator.story.state.StoryMember;

/**
 * What is remembered of an article that its story lists no more: enough to take it out of what is counted by site and by hour.
 *
 * @param eventTimeMs publication when known, else the fetch time
 * @param hour since 1970, for which it counts where its date is known
 */
public record EarlierArticle(String articleId, String site, long eventTimeMs, boolean dateKnown, long hour) {
    static EarlierArticle of(StoryMember member) {
        return new EarlierArticle(
                member.articleId(), member.site(), member.eventTimeMs(), member.dateKnown(), Tallies.hour(member));
    }
}
