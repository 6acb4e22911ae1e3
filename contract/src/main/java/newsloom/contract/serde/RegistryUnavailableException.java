package newsloom.contract.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The registry did not answer, or somebody else did in its place: an outage and no fault of the record, which must not be put aside for it. */
public final class RegistryUnavailableException extends RetriableException {

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public RegistryUnavailableException(String message) {
        super(message);
    }
}
