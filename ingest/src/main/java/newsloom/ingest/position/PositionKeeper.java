package newsloom.ingest.position;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the records that keep positions. Of a pipe all its positions are kept that are {@link PipeMarks#SPACING_BYTES} apart, and the last
 * one. For one thread.
 */
public final class PositionKeeper {
    private final Map<String, Position> lastOfPipes = new HashMap<>();
    private final Map<String, Position> beginsOfPipes =
            new HashMap<>(); // of earlier runs, and never forgotten: others may stand behind them

    /** A source goes on behind a position that an earlier run has kept. */
    public void goesOn(String source, Position from) {
        beginsOfPipes.put(source, from);
    }

    /** The records that keep these positions, by source, once they are committed. */
    public List<ProducerRecord<byte[], byte[]>> records(Map<String, Position> positions) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        positions.forEach((source, position) -> {
            Position before = lastOfPipes.get(source);
            if (before != null && !PipeMarks.stays(before, position)) {
                records.add(PositionLog.forget(PipeMarks.key(source, before)));
            }
            records.add(PositionLog.record(source, behind(source, position))); // has the last word on its key
        });
        return records;
    }

    /** These are committed. */
    public void kept(Map<String, Position> positions) {
        positions.forEach((source, position) -> {
            if (PipeMarks.isPipe(source)) {
                lastOfPipes.put(source, behind(source, position));
            }
        });
    }

    private Position behind(String source, Position position) {
        Position before = lastOfPipes.get(source);
        Position begin = beginsOfPipes.get(source);
        if (before != null) {
            return PipeMarks.after(before, position);
        }
        return begin == null ? position : PipeMarks.afterBegin(begin, position);
    }
}
