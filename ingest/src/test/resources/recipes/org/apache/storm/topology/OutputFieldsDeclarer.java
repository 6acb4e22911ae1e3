package org.apache.storm.topology;

/** Stands in for Storm's. */
public interface OutputFieldsDeclarer {}
