/**
 * The second step: the page as passages. A tree of HTML becomes {@link newsloom.cleaner.extract.page.Block blocks} within regions by one walk, a page of plain text becomes
 * {@link newsloom.cleaner.extract.page.TextLine lines}; beside them stands what the page says about itself: hints, linked data, addresses, names of its site.
 */
@NullMarked
package newsloom.cleaner.extract.page;

import org.jspecify.annotations.NullMarked;
