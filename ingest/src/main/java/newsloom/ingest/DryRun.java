package newsloom.ingest;

import newsloom.ingest.position.Position;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Counts what would be sent and sends nothing. */
final class DryRun implements Delivery {
    private int pages;
    private long bytes;

    @Override
    public void page(ProducerRecord<byte[], byte[]> record, int bodyBytes) {
        pages++;
        bytes += bodyBytes;
    }

    /** Forgets it: the next run begins where this one did. */
    @Override
    public void position(String source, Position position) {}

    /** Does nothing: none is kept. */
    @Override
    public void goesOn(String source, Position from) {}

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public boolean isEmpty() {
        return pages == 0;
    }

    @Override
    public void commit() {
        pages = 0;
        bytes = 0;
    }
}
