/**
 * Which articles tell the same happening: sketches of articles, the decision, the state it needs, and what a reader sees of a
 * story. Pure: no Kafka, no clock, no logger; the same calls in the same order give the same stories.
 */
@NullMarked
package newsloom.aggregator.story;

import org.jspecify.annotations.NullMarked;
