/** Creating and checking the topics of a cluster. */
@NullMarked
package newsloom.app.topics;

import org.jspecify.annotations.NullMarked;
