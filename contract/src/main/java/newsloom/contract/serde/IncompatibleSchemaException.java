package newsloom.contract.serde;

import org.apache.kafka.common.errors.InvalidConfigurationException;

/** The registry refuses a schema: readers or writers of an earlier version would break. */
public final class IncompatibleSchemaException extends InvalidConfigurationException {

    public IncompatibleSchemaException(String message) {
        super(message);
    }
}
