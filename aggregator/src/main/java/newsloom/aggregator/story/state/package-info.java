/** What is remembered of stories, articles and the stream, in memory or in a store of bytes, each part bounded; what a bound cuts off is counted. */
@NullMarked
package newsloom.aggregator.story.state;

import org.jspecify.annotations.NullMarked;
