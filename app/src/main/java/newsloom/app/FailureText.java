package newsloom.app;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import newsloom.runtime.streams.ServiceFailedException;
import org.apache.kafka.common.errors.TimeoutException;

/** A failure in one line for a person: what happened and, where it adds something, why. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable failure) {
        var told = failure;
        while ((told instanceof ExecutionException || told instanceof CompletionException) && told.getCause() != null) {
            told = told.getCause();
        }
        if (told instanceof TimeoutException) {
            return "The brokers do not answer (--bootstrap-servers): " + told.getMessage();
        }
        var cause = told.getCause();
        return cause == null
                        || told instanceof ServiceFailedException
                        || message(told).contains(message(cause))
                ? message(told)
                : message(told) + ": " + message(cause);
    }

    private static String message(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
