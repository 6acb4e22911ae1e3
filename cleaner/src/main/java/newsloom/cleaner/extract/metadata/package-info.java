/** The third step: the headline, who wrote it and when it was published, of pages with and without elements. */
@NullMarked
package newsloom.cleaner.extract.metadata;

import org.jspecify.annotations.NullMarked;
