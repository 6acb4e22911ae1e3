/** Which stories of different languages tell the same happening. Knows no Kafka. */
@NullMarked
package newsloom.aggregator.related;

import org.jspecify.annotations.NullMarked;
