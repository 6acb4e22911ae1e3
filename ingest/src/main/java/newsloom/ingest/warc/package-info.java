/** Pages out of WARC files, damaged ones too. */
@NullMarked
package newsloom.ingest.warc;

import org.jspecify.annotations.NullMarked;
