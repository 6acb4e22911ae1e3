package newsloom.runtime.streams;

import java.util.Arrays;
import org.apache.kafka.common.KafkaException;

/**
 * State, or what is under way between two steps, is in a form that this build does not read: another build wrote it. No record is at fault, so the task stops and nothing is put aside or forgotten; it goes on where it
 * was with a build that reads the form.
 */
public final class OtherFormException extends KafkaException {

    private static final String ADVICE =
            ". Another build of newsloom wrote it: go on with that build, or begin under a new --application-id (run: in a new --data folder)";

    private OtherFormException(String what, int found, int... read) {
        super(what + " is in form " + found + "; this build reads form "
                + String.join(
                        ", ", Arrays.stream(read).mapToObj(Integer::toString).toList()) + ADVICE);
    }

    /** For what is in no form of this build, as {@code cause} says. */
    public OtherFormException(String what, Throwable cause) {
        super(what + " holds what this build does not read: " + cause.getMessage() + ADVICE, cause);
    }

    /**
     * Refuses what is in none of the forms that this build reads.
     *
     * @param what stands in that form, such as {@code an entry of the store versions}
     * @param found its form
     * @param read forms that this build reads
     */
    public static void unless(String what, int found, int... read) {
        if (Arrays.stream(read).noneMatch(form -> form == found)) {
            throw new OtherFormException(what, found, read);
        }
    }
}
