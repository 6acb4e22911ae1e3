/** What a reader sees of a story: its ledger of articles and what is made of it, headline, names, hours, importance and trend. It follows the decisions and takes no part in them. */
@NullMarked
package newsloom.aggregator.story.view;

import org.jspecify.annotations.NullMarked;
