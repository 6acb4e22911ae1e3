/** The language of a text: scripts and stop words first, a statistical model only when they do not decide. */
@NullMarked
package newsloom.text.language;

import org.jspecify.annotations.NullMarked;
