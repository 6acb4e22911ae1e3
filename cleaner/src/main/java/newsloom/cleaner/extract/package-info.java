/**
 * From a page as fetched to the article in it, or to the reason why there is none.
 *
 * <p>The data flow is {@link newsloom.cleaner.extract.ArticleExtractor#extract}: decode the bytes, parse once, walk the tree once (blocks,
 * regions, hints for the metadata), score each block by a linear model, select, and assemble. Pages of plain text go through the same steps with lines for
 * blocks. Pure: no Kafka, no clock, no logger; what a site repeats on all its pages is learned elsewhere ({@code newsloom.cleaner.site}).
 */
@NullMarked
package newsloom.cleaner.extract;

import org.jspecify.annotations.NullMarked;
