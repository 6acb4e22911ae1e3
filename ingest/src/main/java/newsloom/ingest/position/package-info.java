/** How far each source has been sent: kept in Kafka, written in the transactions that send the pages. */
@NullMarked
package newsloom.ingest.position;

import org.jspecify.annotations.NullMarked;
