package org.apache.storm.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.storm.tuple.Tuple;

/** Stands in for Storm's: remembers what became of the tuples. */
public class OutputCollector {
    public final List<Tuple> acked = new CopyOnWriteArrayList<>();
    public final List<Tuple> failed = new CopyOnWriteArrayList<>();

    public void ack(Tuple tuple) {
        acked.add(tuple);
    }

    public void fail(Tuple tuple) {
        failed.add(tuple);
    }
}
