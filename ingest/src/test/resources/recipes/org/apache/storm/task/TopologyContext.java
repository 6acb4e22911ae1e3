package org.apache.storm.task;

/** Stands in for Storm's. */
public class TopologyContext {}
