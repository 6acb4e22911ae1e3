/** What it costs and how good it is. */
@NullMarked
package newsloom.benchmarks;

import org.jspecify.annotations.NullMarked;
