/** The tools that Kafka itself ships. */
@NullMarked
package newsloom.app.tools;

import org.jspecify.annotations.NullMarked;
