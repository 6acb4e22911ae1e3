package newsloom.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for a condition with a deadline, in place of sleeping. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /**
     * Asks again and again until the answer fits, and returns that answer.
     *
     * @param what what is waited for, for the failure's message
     * @throws AssertionError with the last answer, when the deadline passes before
     */
    public static <T> T until(Duration deadline, String what, Supplier<T> question, Predicate<T> fits) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            T answer = question.get();
            if (fits.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + deadline + ": " + what + "; last seen: " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** As the other one, for a plain condition. */
    public static void until(Duration deadline, String what, Supplier<Boolean> condition) {
        until(deadline, what, condition, Boolean::booleanValue);
    }
}
