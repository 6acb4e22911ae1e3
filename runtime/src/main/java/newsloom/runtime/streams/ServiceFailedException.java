package newsloom.runtime.streams;

import org.jspecify.annotations.Nullable;

/** A service could not start or has stopped by a failure; the cause says why. */
public final class ServiceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceFailedException(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + cause.getMessage(), cause);
    }
}
