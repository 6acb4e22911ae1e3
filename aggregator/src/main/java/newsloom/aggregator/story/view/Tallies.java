package newsloom.aggregator.story.view;

import java.time.Duration;
import java.util.List;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.compare.TimeGap;
import newsloom.aggregator.story.state.StoryMember;

/**
 * What is counted over all articles of a story and their copies; bounded. Immutable.
 *
 * @param sources articles by independent site, at most {@value #MAX_SOURCES} sites
 * @param reprinters copies by site, likewise
 * @param names in how many articles each name is frequent, at most {@value #MAX_NAMES}
 * @param terms in how many articles each word is a key word, likewise
 * @param hours articles by hour since 1970, the last {@value #MAX_HOURS} hours with any; known times only
 */
public record Tallies(
        Tally<String> sources, Tally<String> reprinters, Tally<Name> names, Tally<String> terms, Tally<Long> hours) {
    static final int MAX_SOURCES = 200;
    static final int MAX_NAMES = 60;
    static final int MAX_HOURS = 240;
    static final Tallies NONE = new Tallies(Tally.empty(), Tally.empty(), Tally.empty(), Tally.empty(), Tally.empty());
    private static final long MS_PER_HOUR = Duration.ofHours(1).toMillis();
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();

    /** @param by 1 for an article that came, -1 for one that went */
    Tallies with(StoryMember member, int by) {
        Tallies placed = with(EarlierArticle.of(member), by);
        return new Tallies(
                placed.sources,
                placed.reprinters,
                names.plus(member.names(), by).largest(MAX_NAMES, member.names()),
                terms.plus(member.terms(), by).largest(MAX_NAMES, member.terms()),
                placed.hours);
    }

    /** Site and hour alone. */
    Tallies with(EarlierArticle article, int by) {
        return new Tallies(
                at(sources, article.site(), by),
                reprinters,
                names,
                terms,
                article.dateKnown() ? hours.plus(article.hour(), by).last(MAX_HOURS) : hours);
    }

    /** The hour since 1970 for which an article counts. One that tells only the day was published before it was fetched on that day, and in the middle of an earlier day, as far as anybody knows. */
    static long hour(StoryMember member) {
        long time = member.eventTimeMs();
        if (TimeGap.isDay(time)) {
            boolean sameDay = member.fetchTimeMs() - time < MS_PER_DAY && member.fetchTimeMs() >= time;
            time = sameDay ? member.fetchTimeMs() : time + MS_PER_DAY / 2;
        }
        return Math.floorDiv(time, MS_PER_HOUR);
    }

    /** @param by 1 for a copy that came, -1 for one that went */
    Tallies withReprint(String site, int by) {
        return new Tallies(sources, at(reprinters, site, by), names, terms, hours);
    }

    /** An unknown site is none. */
    private static Tally<String> at(Tally<String> sites, String site, int by) {
        return site.isEmpty() ? sites : sites.plus(site, by).largest(MAX_SOURCES, List.of(site));
    }
}
