/**
 * Whether an article is a copy of one we have: sketch, index, decision. Pure code: it reads and writes through
 * {@link newsloom.cleaner.dedupe.KeyValues} and knows no Kafka, no clock, no logger.
 *
 * <p>{@link newsloom.cleaner.dedupe.Sketcher} makes 1 KB of a text, {@link newsloom.cleaner.dedupe.DuplicateIndex} finds the known
 * texts that share a sampled run of words with it, {@link newsloom.cleaner.dedupe.DuplicateDecider} counts what they share exactly and
 * decides once. Here is no URL and no site: those are settled before, in {@code newsloom.cleaner.site}.
 */
@NullMarked
package newsloom.cleaner.dedupe;

import org.jspecify.annotations.NullMarked;
