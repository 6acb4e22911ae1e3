/** Pure text algorithms, free of Kafka and of I/O; the packages below hold one each. */
@NullMarked
package newsloom.text;

import org.jspecify.annotations.NullMarked;
