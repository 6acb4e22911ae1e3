/** What a process counts, in the form that Prometheus reads. Knows no server and no service. */
@NullMarked
package newsloom.runtime.metrics;

import org.jspecify.annotations.NullMarked;
