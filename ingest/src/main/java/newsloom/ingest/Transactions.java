package newsloom.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newsloom.ingest.position.Position;
import newsloom.ingest.position.PositionKeeper;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Sends pages and the positions behind them in transactions: both become visible together or not at all. The pages of an open
 * transaction are kept, so that one the broker had to break off is sent again. For one thread.
 */
final class Transactions implements Delivery {
    private static final int ATTEMPTS = 5;

    private final Producer<byte[], byte[]> producer;
    private final List<ProducerRecord<byte[], byte[]>> pages = new ArrayList<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final PositionKeeper keeper = new PositionKeeper();
    private long bytes;
    private boolean begun;

    /** @param producer with transactions initialised */
    Transactions(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Sends a page in the open transaction, which is begun where there is none. */
    @Override
    public void page(ProducerRecord<byte[], byte[]> record, int bodyBytes) {
        pages.add(record);
        bytes += bodyBytes;
        try {
            begin();
            sent.add(producer.send(record));
        } catch (KafkaException e) {
            startAgain(e, 1);
        }
    }

    @Override
    public void position(String source, Position position) {
        positions.put(source, position);
    }

    @Override
    public void goesOn(String source, Position from) {
        keeper.goesOn(source, from);
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public boolean isEmpty() {
        return pages.isEmpty() && positions.isEmpty();
    }

    /** @throws KafkaException if the broker does not take it after some attempts, or another run has taken over */
    @Override
    public void commit() {
        for (int attempt = 1; !isEmpty(); attempt++) {
            try {
                begin();
                keeper.records(positions).forEach(record -> sent.add(producer.send(record)));
                commitWithPatience();
                sent.forEach(Transactions::check);
                clear();
            } catch (KafkaException e) {
                startAgain(e, attempt);
            }
        }
    }

    private void begin() {
        if (!begun) {
            producer.beginTransaction();
            begun = true;
        }
    }

    /** A commit that timed out may still succeed: only the same commit may be tried, never another transaction. */
    private void commitWithPatience() {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw new UndecidedCommitException(e);
                }
            }
        }
    }

    private void startAgain(KafkaException e, int attempt) {
        if (attempt >= ATTEMPTS || isFinal(e)) {
            throw e;
        }
        sent.clear();
        if (begun) {
            producer.abortTransaction();
            begun = false;
        }
        begin();
        pages.forEach(page -> sent.add(producer.send(page)));
    }

    private static boolean isFinal(Throwable e) {
        Throwable cause = e.getCause();
        return e instanceof ProducerFencedException
                || e instanceof UndecidedCommitException
                || e instanceof OutOfOrderSequenceException
                || e instanceof InvalidPidMappingException
                || e instanceof AuthorizationException
                || e instanceof RecordTooLargeException
                || e instanceof InterruptException
                || (cause != null && isFinal(cause));
    }

    private static void check(Future<RecordMetadata> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a record was not taken", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void clear() {
        keeper.kept(positions);
        pages.clear();
        sent.clear();
        positions.clear();
        bytes = 0;
        begun = false;
    }

    /** Nobody answers whether the last transaction holds; the next run finds out. */
    static final class UndecidedCommitException extends KafkaException {
        UndecidedCommitException(Throwable cause) {
            super("the broker does not answer a commit; start again to go on from what it took", cause);
        }
    }
}
