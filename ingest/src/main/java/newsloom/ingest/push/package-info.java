/** Pages handed in over HTTP: answered when Kafka has them, and not before. */
@NullMarked
package newsloom.ingest.push;

import org.jspecify.annotations.NullMarked;
