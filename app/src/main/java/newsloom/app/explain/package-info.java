/** Why a text was taken for a copy, or was not, and how a story came about, written for people: from the topics, or offline. */
@NullMarked
package newsloom.app.explain;

import org.jspecify.annotations.NullMarked;
