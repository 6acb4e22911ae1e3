package newsloom.runtime.streams;

import org.jspecify.annotations.Nullable;

/** A service could not start or has stopped by a failure; the message says why, as far down as we know it. */
public final class ServiceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceFailedException(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + mostTelling(cause).getMessage(), cause);
    }

    /** What we threw ourselves, below whatever Kafka Streams has wrapped around it. */
    private static Throwable mostTelling(Throwable failure) {
        Throwable ours = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("newsloom.")) {
                ours = cause;
            }
        }
        return ours;
    }
}
