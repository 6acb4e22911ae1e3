/** How a Kafka Streams service is set up, run and watched. */
@NullMarked
package newsloom.runtime.streams;

import org.jspecify.annotations.NullMarked;
