/** What finding copies costs, and how well site memory and the scattered form do it. */
@NullMarked
package newsloom.benchmarks.dedupe;

import org.jspecify.annotations.NullMarked;
