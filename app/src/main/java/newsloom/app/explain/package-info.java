/** Why a text was taken for a copy, or was not, written for people: from the topics, or offline. */
@NullMarked
package newsloom.app.explain;

import org.jspecify.annotations.NullMarked;
