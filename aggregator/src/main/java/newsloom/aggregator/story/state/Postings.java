package newsloom.aggregator.story.state;

import java.util.Arrays;

/**
 * The stories that a term leads to, the one that took it up last at the end, at most {@value #MAX}; beside each the day of the
 * publication that did. Immutable; each change copies.
 */
public final class Postings {
    public static final int MAX = 256;
    /** The day of an entry whose article told no date. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    static final Postings NONE = new Postings(new long[0], new int[0]);

    private final long[] stories;
    private final int[] days;

    private Postings(long[] stories, int[] days) {
        this.stories = stories;
        this.days = days;
    }

    /** @param days as many as stories */
    static Postings of(long[] stories, int[] days) {
        if (stories.length != days.length) {
            throw new IllegalArgumentException(stories.length + " stories, " + days.length + " days");
        }
        return stories.length == 0 ? NONE : new Postings(stories.clone(), days.clone());
    }

    /** Stories in the list. */
    public int size() {
        return stories.length;
    }

    /** The story at that place. */
    public long story(int i) {
        return stories[i];
    }

    /** Days since 1970, or {@link #NO_DAY}. */
    public int day(int i) {
        return days[i];
    }

    /** Whether another story would make the oldest one go. */
    public boolean isFull() {
        return stories.length == MAX;
    }

    /** Whether exactly this entry is there, so that putting it again would change its place only. */
    public boolean holds(long story, int day) {
        int at = find(story);
        return at >= 0 && days[at] == day;
    }

    /** Whether the story is in the list, whatever the day. */
    public boolean holds(long story) {
        return find(story) >= 0;
    }

    /** With the story at the end, once; the oldest entry makes room when the list is full. */
    public Postings with(long story, int day) {
        Postings rest = without(story);
        int from = rest.isFull() ? 1 : 0;
        long[] moreStories = Arrays.copyOfRange(rest.stories, from, rest.stories.length + 1);
        int[] moreDays = Arrays.copyOfRange(rest.days, from, rest.days.length + 1);
        moreStories[moreStories.length - 1] = story;
        moreDays[moreDays.length - 1] = day;
        return new Postings(moreStories, moreDays);
    }

    /** Without the story; the same list if it is not there. */
    public Postings without(long story) {
        int at = find(story);
        if (at < 0) {
            return this;
        }
        long[] fewerStories = new long[stories.length - 1];
        int[] fewerDays = new int[days.length - 1];
        System.arraycopy(stories, 0, fewerStories, 0, at);
        System.arraycopy(days, 0, fewerDays, 0, at);
        System.arraycopy(stories, at + 1, fewerStories, at, fewerStories.length - at);
        System.arraycopy(days, at + 1, fewerDays, at, fewerDays.length - at);
        return of(fewerStories, fewerDays);
    }

    private int find(long story) {
        for (int i = stories.length - 1; i >= 0; i--) {
            if (stories[i] == story) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Postings p && Arrays.equals(stories, p.stories) && Arrays.equals(days, p.days);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(stories) + Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return "Postings" + Arrays.toString(stories);
    }
}
