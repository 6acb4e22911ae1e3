/** Avro values in Confluent's wire format, over any registry that speaks Confluent's interface. */
@NullMarked
package newsloom.contract.serde;

import org.jspecify.annotations.NullMarked;
