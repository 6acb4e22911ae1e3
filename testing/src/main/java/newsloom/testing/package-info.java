/** Broker, pages, clocks and guarantees for tests. */
@NullMarked
package newsloom.testing;

import org.jspecify.annotations.NullMarked;
