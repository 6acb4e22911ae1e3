/** What all ways into Kafka share: clients that fit large pages, and pages as records. */
@NullMarked
package newsloom.ingest.kafka;

import org.jspecify.annotations.NullMarked;
