/**
 * What a URL says without fetching it: the key pages are kept under and the site they belong to. Pure text, no network;
 * every method takes any text and throws nothing.
 */
@NullMarked
package newsloom.contract.url;

import org.jspecify.annotations.NullMarked;
