/** How an article looks beside a story: the traits that are measured, the model that weighs them, series and names that clash. Nothing here changes a story. */
@NullMarked
package newsloom.aggregator.story.compare;

import org.jspecify.annotations.NullMarked;
