/** Which story an article belongs to, and what becomes of stories: opened, grown, merged, split, at rest and forgotten; each answer with its reasons. */
@NullMarked
package newsloom.aggregator.story.decide;

import org.jspecify.annotations.NullMarked;
