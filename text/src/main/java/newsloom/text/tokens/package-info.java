/** Words and numbers of a text, the same on every JVM. What is made of the words (shingles, vectors) lives beside this package. */
@NullMarked
package newsloom.text.tokens;

import org.jspecify.annotations.NullMarked;
