/** How good stories are: the labelled files, what the aggregator makes of them, and two simple ways beside it. */
@NullMarked
package newsloom.benchmarks.stories;

import org.jspecify.annotations.NullMarked;
