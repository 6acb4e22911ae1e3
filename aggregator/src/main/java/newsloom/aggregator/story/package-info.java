/**
 * Which articles tell the same happening: sketches of articles, the decision, the state it needs, and what a reader sees of a
 * story. Pure: no Kafka, no clock, no logger; the same calls in the same order give the same stories.
 *
 * <p>The packages below are the steps: {@code sketch} an article, find it and its stories in the {@code state}, {@code compare} them, {@code decide}, and show what came of it
 * ({@code view}). A step knows the steps before it and none behind it. {@link newsloom.aggregator.story.OfflineClusters} runs them over a list of articles.
 */
@NullMarked
package newsloom.aggregator.story;

import org.jspecify.annotations.NullMarked;
