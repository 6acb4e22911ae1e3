/** The {@code newsloom} command. */
@NullMarked
package newsloom.app;

import org.jspecify.annotations.NullMarked;
