/** The fifth step: which passages are the text, by their probabilities and by the rules that overrule these, each with its {@link newsloom.cleaner.extract.select.Rule name}. */
@NullMarked
package newsloom.cleaner.extract.select;

import org.jspecify.annotations.NullMarked;
