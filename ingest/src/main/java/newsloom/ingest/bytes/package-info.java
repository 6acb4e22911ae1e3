/** Bytes below the formats: reading with a way back, and gzip member by member. */
@NullMarked
package newsloom.ingest.bytes;

import org.jspecify.annotations.NullMarked;
