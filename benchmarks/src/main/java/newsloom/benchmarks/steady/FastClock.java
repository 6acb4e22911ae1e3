package newsloom.benchmarks.steady;

import java.time.Duration;
import java.time.Instant;

/** A clock that runs through more days than pass, so that what is kept for weeks expires within the hour. It is never ahead of the real one. Thread-safe. */
final class FastClock {
    private final Instant realStart = Instant.now();
    private final Instant start;
    private final double speed;

    private FastClock(Duration days, Duration passing) {
        this.start = realStart.minus(days).plus(passing);
        this.speed = (double) days.toMillis() / passing.toMillis();
    }

    /** The ordinary time. */
    static FastClock real() {
        return new FastClock(Duration.ofDays(1), Duration.ofDays(1));
    }

    /** Goes through so many days in a time; at its end it agrees with the real clock. */
    static FastClock through(Duration days, Duration passing) {
        return new FastClock(days, passing);
    }

    Instant now() {
        return start.plus(passing(Duration.between(realStart, Instant.now())));
    }

    /** How far this clock comes in a time. */
    Duration passing(Duration real) {
        return Duration.ofMillis(Math.round(real.toMillis() * speed));
    }

    /** How long ago, in real time, this clock showed that instant. */
    Duration since(Instant shown) {
        return Duration.ofMillis(Math.round(Duration.between(shown, now()).toMillis() / speed));
    }
}
