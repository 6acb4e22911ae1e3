/** The fourth step: a row of numbers for each block or line, and the boosted trees that make a probability of it. */
@NullMarked
package newsloom.cleaner.extract.feature;

import org.jspecify.annotations.NullMarked;
