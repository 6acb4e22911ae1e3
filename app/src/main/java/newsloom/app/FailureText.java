package newsloom.app;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;

/** A failure in one line for a person. */
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
        var message = told.getMessage();
        return message == null ? told.getClass().getSimpleName() : message;
    }
}
