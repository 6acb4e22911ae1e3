package org.apache.storm.topology.base;

import java.util.Map;
import org.apache.storm.task.OutputCollector;
import org.apache.storm.task.TopologyContext;
import org.apache.storm.topology.OutputFieldsDeclarer;
import org.apache.storm.tuple.Tuple;

/** Stands in for Storm's, with the methods a bolt has to have. */
public abstract class BaseRichBolt {
    public abstract void prepare(Map<String, Object> conf, TopologyContext context, OutputCollector collector);

    public abstract void execute(Tuple tuple);

    public abstract void declareOutputFields(OutputFieldsDeclarer declarer);
}
