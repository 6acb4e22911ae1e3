/** An article as the decision knows it: terms, names, figures, days and marks of its text, and the lines that a reader may see of it. Nothing here knows of stories. */
@NullMarked
package newsloom.aggregator.story.sketch;

import org.jspecify.annotations.NullMarked;
