/**
 * What every source gives: pages, and things that gave none with the reason; and what all of them share on the way there. Pure: knows no
 * Kafka, no clock and no file system beyond side-cars.
 */
@NullMarked
package newsloom.ingest.page;

import org.jspecify.annotations.NullMarked;
