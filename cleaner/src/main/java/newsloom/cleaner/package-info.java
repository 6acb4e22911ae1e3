/** Pages in; articles, duplicates and rejects out. */
@NullMarked
package newsloom.cleaner;

import org.jspecify.annotations.NullMarked;
