package newsloom.contract.serde;

import org.apache.avro.Schema;

/** Where schemas get their ids. Implementations are thread-safe and remember what they have looked up. */
public interface SchemaRegistry {

    /**
     * The id of a schema under a subject; registers it if it is new there.
     *
     * @throws IncompatibleSchemaException if the registry refuses it
     * @throws RegistryUnavailableException if the registry does not answer
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with that id.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if there is none, or one that is no Avro schema
     * @throws RegistryUnavailableException if the registry does not answer
     */
    Schema byId(int id);
}
