/**
 * Words as evidence: what stands in a text, folded and hashed, and how rare that is in its language. Knows no stories and no
 * similarity; vectors of what is found here live in {@code newsloom.text.vectors}.
 */
@NullMarked
package newsloom.text.terms;

import org.jspecify.annotations.NullMarked;
