package newsloom.app;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A failure in one line for a person. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable failure) {
        var told = failure;
        while ((told instanceof ExecutionException || told instanceof CompletionException) && told.getCause() != null) {
            told = told.getCause();
        }
        var message = told.getMessage();
        return message == null ? told.getClass().getSimpleName() : message;
    }
}
