/** Sources in, {@code news.pages.v1} out. */
@NullMarked
package newsloom.ingest;

import org.jspecify.annotations.NullMarked;
