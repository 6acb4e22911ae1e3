package org.apache.storm.tuple;

/** Stands in for Storm's. */
public interface Tuple {
    String getStringByField(String field);

    byte[] getBinaryByField(String field);
}
