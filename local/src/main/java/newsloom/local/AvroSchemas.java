package newsloom.local;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Reading of schemas that come from outside. */
final class AvroSchemas {
    private AvroSchemas() {}

    /** @throws RegistryException when it is no Avro schema */
    static Schema parse(String json) {
        try {
            return new Schema.Parser().parse(json);
        } catch (AvroRuntimeException e) {
            throw RegistryException.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
