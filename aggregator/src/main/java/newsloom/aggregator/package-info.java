/** Articles in, stories out. */
@NullMarked
package newsloom.aggregator;

import org.jspecify.annotations.NullMarked;
