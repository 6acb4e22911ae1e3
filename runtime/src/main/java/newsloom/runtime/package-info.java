/** What every service needs in order to run: settings, lifecycle, order, dead letters. */
@NullMarked
package newsloom.runtime;

import org.jspecify.annotations.NullMarked;
