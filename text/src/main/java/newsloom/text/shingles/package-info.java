/** Runs of words as stable hashes: what copies of a text share. Pure functions over arrays; no state, no I/O. */
@NullMarked
package newsloom.text.shingles;

import org.jspecify.annotations.NullMarked;
