package newsloom.local;

/** A local broker or registry could not start; the message names the folder or port and says what a person can do. */
public final class LocalStartException extends RuntimeException {
    LocalStartException(String message) {
        super(message);
    }

    LocalStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
