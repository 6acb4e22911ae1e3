/**
 * What a site and an address tell before texts are compared: which blocks come back on every page of a site, and whether a page is
 * a new version of one we have. Pure code; stores come in as small interfaces.
 */
@NullMarked
package newsloom.cleaner.site;

import org.jspecify.annotations.NullMarked;
