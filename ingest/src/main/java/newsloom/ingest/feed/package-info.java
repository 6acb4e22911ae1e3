/** RSS, Atom and news sitemaps: what a site says about pages that are fetched elsewhere. */
@NullMarked
package newsloom.ingest.feed;

import org.jspecify.annotations.NullMarked;
