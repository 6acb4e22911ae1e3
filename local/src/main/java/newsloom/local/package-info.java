/** A Kafka broker and a schema registry inside the process, for local runs and tests. */
@NullMarked
package newsloom.local;

import org.jspecify.annotations.NullMarked;
