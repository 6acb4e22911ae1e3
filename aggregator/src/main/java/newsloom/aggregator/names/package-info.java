/** The people, places and organisations that an article names, for people to read. Knows no Kafka and decides nothing. */
@NullMarked
package newsloom.aggregator.names;

import org.jspecify.annotations.NullMarked;
