/** Sparse vectors over hashed terms: building, pruning, comparing. */
@NullMarked
package newsloom.text.vectors;

import org.jspecify.annotations.NullMarked;
