/** Tests of the extraction, and the small programs that fit its weights and run it over labelled pages. */
@NullMarked
package newsloom.cleaner.extract;

import org.jspecify.annotations.NullMarked;
