/** The last step: whether what was selected is an article, and of which kind; or the reason why there is none. */
@NullMarked
package newsloom.cleaner.extract.verdict;

import org.jspecify.annotations.NullMarked;
