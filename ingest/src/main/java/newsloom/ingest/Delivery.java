package newsloom.ingest;

import newsloom.ingest.position.Position;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes pages and the positions behind them, and makes them count together. For one thread. */
interface Delivery {
    /** Takes a page into the open batch. */
    void page(ProducerRecord<byte[], byte[]> record, int bodyBytes);

    /** Keeps how far a source is, with the next commit. */
    void position(String source, Position position);

    /** A source goes on behind a position that an earlier run has kept. */
    void goesOn(String source, Position from);

    /** Pages of the open batch. */
    int pages();

    /** Bytes of the bodies of the open batch. */
    long bytes();

    boolean isEmpty();

    /** Makes the open batch count, whole or not at all. */
    void commit();
}
