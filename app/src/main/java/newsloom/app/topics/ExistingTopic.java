package newsloom.app.topics;

import java.util.Map;

/**
 * A topic as a cluster has it.
 *
 * @param config every setting in force, the broker's defaults included
 */
record ExistingTopic(String name, Map<String, String> config) {}
