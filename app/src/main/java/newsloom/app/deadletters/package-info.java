/** Dead letters brought back or done with: {@code newsloom dlq}. */
@NullMarked
package newsloom.app.deadletters;

import org.jspecify.annotations.NullMarked;
