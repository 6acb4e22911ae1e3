/** {@code newsloom run}: broker, registry, all services and a first input in one process. */
@NullMarked
package newsloom.app.run;

import org.jspecify.annotations.NullMarked;
