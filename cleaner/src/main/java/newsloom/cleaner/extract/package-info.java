/**
 * From a page as fetched to the article in it, or to the reason why there is none.
 *
 * <p>The data flow is {@link newsloom.cleaner.extract.ArticleExtractor#extract}, and the packages below are its steps: {@code decode} the bytes, parse once and walk the tree
 * once ({@code page}: blocks, regions, hints), find headline, authors and dates ({@code metadata}, {@code date}), ask each block for its features and score it by boosted trees
 * ({@code feature}), choose the text ({@code select}), and judge what came out ({@code verdict}). {@code words} and {@code notice} tell what a text is, whatever step asks. Pages of
 * plain text go the same way with lines for blocks. A step knows the steps before it and none behind it. Pure: no Kafka, no clock, no logger; what a site repeats on all its
 * pages is learned elsewhere ({@code newsloom.cleaner.site}).
 */
@NullMarked
package newsloom.cleaner.extract;

import org.jspecify.annotations.NullMarked;
