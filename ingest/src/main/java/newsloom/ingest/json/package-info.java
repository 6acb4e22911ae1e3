/** Pages out of JSON lines of the shapes that crawlers write. */
@NullMarked
package newsloom.ingest.json;

import org.jspecify.annotations.NullMarked;
