/** Dates and times as pages write them, in many languages and calendars, and the instants that they mean. */
@NullMarked
package newsloom.cleaner.extract.date;

import org.jspecify.annotations.NullMarked;
