package newsloom.local;

/**
 * One version of a subject.
 *
 * @param version from 1, rising
 * @param id from 1; the same schema has the same id in every subject
 * @param schema Avro's JSON form without needless white space
 */
record RegisteredSchema(String subject, int version, int id, String schema) {}
