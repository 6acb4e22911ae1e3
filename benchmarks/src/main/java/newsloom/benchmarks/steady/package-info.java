/** Hours at an even pace: how long a page takes to its story, and whether the services grow. */
@NullMarked
package newsloom.benchmarks.steady;

import org.jspecify.annotations.NullMarked;
