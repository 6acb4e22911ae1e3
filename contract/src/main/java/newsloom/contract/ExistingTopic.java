package newsloom.contract;

import java.util.Map;

/**
 * A topic as a cluster has it.
 *
 * @param config every setting in force, the broker's defaults included
 */
public record ExistingTopic(String name, Map<String, String> config) {}
