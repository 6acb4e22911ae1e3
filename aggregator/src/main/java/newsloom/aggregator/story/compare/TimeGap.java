package newsloom.aggregator.story.compare;

import java.util.concurrent.TimeUnit;

/**
 * How far two publications lie apart. Some times are told by the day or by the hour only, and clocks differ: that two are equal says no more than that
 * they are near.
 */
public final class TimeGap {
    private static final long MS_PER_HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    /** What two times of one day lie apart in the mean. */
    private static final long WITHIN_A_DAY = 8 * MS_PER_HOUR;

    private static final long WITHIN_AN_HOUR = MS_PER_HOUR / 2;
    private static final long LEAST = TimeUnit.MINUTES.toMillis(5);

    private TimeGap() {}

    /** In milliseconds. A time at midnight UTC is a day, of which no hour was told, one on the stroke of an hour that hour. */
    static long of(long a, long b) {
        return Math.max(Math.max(least(a), least(b)), Math.abs(middle(a) - middle(b)));
    }

    private static long least(long time) {
        return isDay(time) ? WITHIN_A_DAY : Math.floorMod(time, MS_PER_HOUR) == 0 ? WITHIN_AN_HOUR : LEAST;
    }

    private static long middle(long time) {
        return isDay(time) ? time + MS_PER_DAY / 2 : time;
    }

    /** Whether a time is a day, of which no hour was told. */
    public static boolean isDay(long time) {
        return Math.floorMod(time, MS_PER_DAY) == 0;
    }
}
