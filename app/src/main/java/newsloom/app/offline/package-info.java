/** The services' decisions over files, without Kafka: JSON lines in, JSON lines out. */
@NullMarked
package newsloom.app.offline;

import org.jspecify.annotations.NullMarked;
