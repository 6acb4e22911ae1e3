/** Whether a service lives and whether it is ready, told over HTTP. */
@NullMarked
package newsloom.runtime.health;

import org.jspecify.annotations.NullMarked;
